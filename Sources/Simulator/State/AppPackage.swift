import HTTPTypes

/// What the manifest in an app's package says.
struct AppPackage: Sendable {
  let externalID: String
  let version: String
  let name: String
  let summary: String
  let description: String
  let bot: String?
  let entraAppID: String?
  /// The permissions that the app asks for where it is installed.
  let permissions: [String]

  /// The longest manifest that is read.
  private static let longest = 1 << 20

  /// - Throws: Graph's refusals of what is no package, or lacks what every app has.
  init(_ call: Call) throws(GraphFailure) {
    let type = call.headers[.contentType] ?? ""
    guard type.lowercased().hasPrefix("application/zip") else {
      throw GraphFailure(
        status: .unsupportedMediaType, code: "UnsupportedMediaType",
        message: "An app package is sent as 'application/zip', not as '\(type)'.")
    }
    guard let bytes = ZipArchive(call.body)?.file("manifest.json", limit: Self.longest),
      let manifest = try? DocumentParser.parse(bytes)
    else { throw .badRequest("Unable to read the manifest of the app package.") }
    guard let id = manifest["id"]?.string, id.isGUID, let version = manifest["version"]?.string,
      !version.isEmpty, let name = manifest["name"]?["short"]?.string, !name.isEmpty
    else {
      throw .badRequest(
        "The manifest of the app package needs an 'id', a 'version' and a 'name'.")
    }
    externalID = id.lowercased()
    self.version = version
    self.name = name
    summary = manifest["description"]?["short"]?.string ?? ""
    description = manifest["description"]?["full"]?.string ?? summary
    bot = manifest["bots"]?.array?.first?["botId"]?.string
    entraAppID = manifest["webApplicationInfo"]?["id"]?.string
    permissions =
      (manifest["authorization"]?["permissions"]?["resourceSpecific"]?.array ?? [])
      .compactMap { $0["name"]?.string }
  }
}
