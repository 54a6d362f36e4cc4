import CommandKit
import Documents

extension Profile {
  /// What is shown of a profile in a list.
  static let columns: [Column<Note>] = [
    Column("NAME", field: "name"),
    Column("DEFAULT", field: "default"),
    Column("TENANT", field: "tenant"),
    Column("CLIENT ID", field: "client-id"),
    Column("CLOUD", field: "cloud"),
    Column("ACCOUNT", field: "account"),
  ]

  /// The profile as a row, its fields by the names that they have in `config.yaml`.
  func note(named name: String, isDefault: Bool) -> Note {
    var document = JSONObject([("name", .string(name)), ("default", .bool(isDefault))])
    for (key, value) in entries { document[key] = .string(value) }
    if cloud == nil { document["cloud"] = .string("global") }
    return Note(.object(document), reference: name)
  }
}

extension Session {
  /// The profiles of `config.yaml`, as they are now.
  func profiles() throws -> ProfileFile {
    try ProfileFile(contentsOf: workspace.configuration.files.configFile)
  }

  /// The profile of that name.
  ///
  /// - Throws: `ConfigurationError` where there is none.
  func profile(_ name: String) throws -> (profile: Profile, isDefault: Bool) {
    let file = try profiles()
    guard let profile = file.profiles[name] else {
      throw ConfigurationError(
        .unknownProfile(name, known: file.profiles.keys.sorted(), warnings: file.warnings),
        path: workspace.configuration.files.configFile)
    }
    return (profile, file.default == name)
  }

  /// Changes `config.yaml`.
  ///
  /// A restricted session does not: the file names files, and says where what is in them goes.
  func editProfiles(_ change: (inout ProfileEditor) throws -> Void) throws {
    guard !workspace.isRestricted else { throw CommandError(.restricted(.output)) }
    let path = workspace.configuration.files.configFile
    var editor = try ProfileEditor(path: path)
    try change(&editor)
    try editor.save()
  }
}
