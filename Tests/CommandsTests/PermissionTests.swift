import CommandKit
import Commands
import Foundation
import Output
import TestSupport
import Testing

/// The permissions that commands declare: enough, and none to spare, for a person and for an app.
///
/// The tenant refuses a token that lacks one, as Graph does. Those of the look-ups of names are always
/// held, since every kind of target declares its own.
struct PermissionTests {
  static let names = Catalog.teamsh.entries.filter { !$0.type.permissions.requirements.isEmpty }
    .map(\.name)
  private static let appNames = Catalog.teamsh.entries
    .filter { !$0.type.permissions.requirements.isEmpty && $0.type.permissions.allowsApp }
    .map(\.name)

  private static let lookups = [
    TeamReference.permissions, ChannelReference.permissions, PersonReference.permissions,
    ChatReference.permissions, MemberReference.permissions, AppReference.permissions,
  ]

  /// What runs a line: everything that its commands declare and the look-ups, without what a test takes
  /// away.
  private static func held(
    for line: String, as kind: IdentityKind, without: String = ""
  ) -> [String] {
    let named = Catalog.teamsh.entries.filter { line.contains($0.name) }.map { $0.type.permissions }
    return Array(Set((named + lookups).flatMap { kind == .person ? $0.person : $0.app }))
      .filter { $0 != without }
  }

  private static func run(
    _ line: String, as kind: IdentityKind, holding permissions: [String]
  ) async throws -> (code: ExitCode, errors: String, requests: [String]) {
    try await SimulatedTenant.serve { tenant in
      if PermissionCases.needsPreparation(line) {
        let everything =
          Catalog.teamsh.entries.flatMap { $0.type.permissions.person } + ["Files.ReadWrite"]
        let preparing = try tenant.session()
        try preparing.signIn(
          try await tenant.token(ofPersonWith: everything + lookups.flatMap(\.person)))
        _ = try await preparing.result(of: PermissionCases.preparation)
        tenant.transport.forget()
      }
      let session = try tenant.session()
      try session.signIn(
        try await kind == .person
          ? tenant.token(ofPersonWith: permissions) : tenant.token(ofAppWith: permissions))
      let code = await session.run(line.replacing("/tmp/", with: session.home.path + "/"))
      return (code, session.errors.text, tenant.transport.graphRequests)
    }
  }

  @Test(arguments: names)
  func `what a command declares for a person is enough`(name: String) async throws {
    for line in try PermissionCases.lines(name, as: .person) {
      let result = try await Self.run(line, as: .person, holding: Self.held(for: line, as: .person))
      #expect(result.code == .done, "\(line): \(result.errors)")
      #expect(!result.errors.contains("does not show"), "\(line): \(result.errors)")
    }
  }

  @Test(arguments: appNames)
  func `what a command declares for an app is enough`(name: String) async throws {
    for line in try PermissionCases.lines(name, as: .app) {
      let result = try await Self.run(line, as: .app, holding: Self.held(for: line, as: .app))
      #expect(result.code == .done, "\(line): \(result.errors)")
    }
  }

  @Test(arguments: names)
  func `of what a command declares for a person nothing is to spare`(name: String) async throws {
    for permission in try Catalog.entry(name).type.permissions.person {
      var isNeeded = false
      for line in try PermissionCases.lines(name, as: .person) where !isNeeded {
        let held = Self.held(for: line, as: .person, without: permission)
        let result = try await Self.run(line, as: .person, holding: held)
        isNeeded = result.code == .permission && result.errors.contains(permission)
      }
      #expect(isNeeded, "\(name) works without \(permission).")
    }
  }

  /// Those for chats are left out: an app finds no chat by its name, so no line tries them.
  @Test(arguments: appNames)
  func `of what a command declares for an app nothing is to spare`(name: String) async throws {
    let permissions = try Catalog.entry(name).type.permissions.app
    for permission in permissions where !permission.contains("Chat") {
      var isNeeded = false
      for line in try PermissionCases.lines(name, as: .app) where !isNeeded {
        let held = Self.held(for: line, as: .app, without: permission)
        let result = try await Self.run(line, as: .app, holding: held)
        isNeeded = result.code == .permission && result.errors.contains(permission)
      }
      #expect(isNeeded, "\(name) works without \(permission).")
    }
  }

  @Test(
    .enabled(if: PermissionTable.exists, "Microsoft's table lies beside the project."),
    arguments: names)
  func `Microsoft's table knows each request and asks for what is declared`(name: String)
    async throws
  {
    let table = try PermissionTable()
    for line in try PermissionCases.lines(name, as: .person) {
      let held = Self.held(for: line, as: .person)
      for request in Set(try await Self.run(line, as: .person, holding: held).requests) {
        let accepted = try #require(table.delegated(request), "\(request) is not in the table.")
        #expect(accepted.contains(where: held.contains), "\(request) of \(line)")
      }
    }
  }
}

/// The lines that a command's permissions are tried with: its examples, and others for the kinds of place
/// that the examples do not go to.
private enum PermissionCases {
  private static let further: [String: [String]] = [
    "ls": ["use 'Contoso IT/General'; ls", "use 'Project X'; ls"],
    "member list": [
      "member list --channel R/D/Audit", "member list --chat 'Project Y'",
    ],
    "member add": [
      "member add @diego --chat 'Project Y'", "member add @lee --channel R/D/Audit",
    ],
    "member remove": [
      "member remove @alex --chat 'Project Y' --yes",
      "member remove @diego --channel R/D/Audit --yes",
    ],
    "channel unarchive": [
      "channel archive 'Contoso IT/Helpdesk' --yes; channel unarchive 'Contoso IT/Helpdesk'"
    ],
    "app list": ["app list --chat 'Project X'"],
    "app remove": [
      "app add Forms --chat 'Project X'; app remove Forms --chat 'Project X' --yes"
    ],
    "member update": ["member update @diego --role owner --channel R/D/Audit"],
    "message list": ["message list --chat 'Project X'"],
    "message show": ["use 'Project X'; message list --limit 1; message show %1"],
    "message send": ["message send Hi --chat @gone.away"],
    "message export": [
      "message export 'Project X' --to /tmp/x",
      "message export R/D/Audit --to /tmp/audit.html --attachments",
    ],
    "message reply": ["use 'Project X'; message list --limit 1; message reply %1 Yes"],
  ]

  /// Makes the chat and the channel that some lines work in, with people whose places are known.
  static let preparation = #"""
    chat create @adele @alex --topic 'Project Y'
    member add @diego --team R/D || true
    member add @lee --team R/D || true
    channel create Audit --kind private --owner @me --team R/D
    member add @diego --channel R/D/Audit
    graph put /me/drive/root:/plan.json:/content '{}'
    plan=$(graph get /me/drive/root:/plan.json --jq .webUrl)
    use R/D/Audit
    graph post "/teams/$team/channels/$channel/messages" "{\"body\":{\"content\":\"See\"},\"attachments\":[{\"id\":\"1\",\"contentType\":\"reference\",\"name\":\"plan.json\",\"contentUrl\":\"$plan\"}]}"
    use /
    """#

  static func needsPreparation(_ line: String) -> Bool {
    line.contains("Project Y'") && !line.hasPrefix("chat create") || line.contains("R/D/Audit")
  }

  static func lines(_ name: String, as kind: IdentityKind) throws -> [String] {
    let lines = try Catalog.entry(name).type.examples.map(\.line) + (further[name] ?? [])
    // An app has no chats of its own to find by name, and is nobody that could be a member.
    return lines.filter { line in
      kind == .person
        || !["Project X", "--joined", "--chat", "chat show", "user show @me"].contains(
          where: line.contains)
    }
  }
}

/// Microsoft's own table of requests and the permissions that each accepts.
private struct PermissionTable {
  private let rules: [(method: String, segments: [Substring], delegated: [String])]

  private static let file = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/reference/graph-permissions.json")
    .standardizedFileURL

  static let exists = FileManager.default.fileExists(atPath: file.path(percentEncoded: false))

  private struct Table: Decodable {
    let rules: [Rule]

    struct Rule: Decodable {
      let path: String
      let method: String
      let delegatedWork: [String]?
    }
  }

  init() throws {
    let table = try JSONDecoder().decode(Table.self, from: Data(contentsOf: Self.file))
    rules = table.rules.map { ($0.method, $0.path.split(separator: "/"), $0.delegatedWork ?? []) }
  }

  /// What the request of `GET /teams/19…` accepts from a person; `nil` for one that Graph does not have.
  func delegated(_ request: String) -> [String]? {
    let parts = request.split(separator: " ")
    var segments = parts[1].split(separator: "/")
    // The table leaves the work on a team out, which is read with what reads the team.
    if segments.count == 4, segments[2] == "operations" { segments.removeLast(2) }
    let fitting = rules.filter { rule in
      rule.method == parts[0] && rule.segments.count == segments.count
        && zip(rule.segments, segments).allSatisfy { $0 == "{id}" || $0 == $1.lowercased() }
    }
    return fitting.min { left, right in
      left.segments.filter { $0 == "{id}" }.count < right.segments.filter { $0 == "{id}" }.count
    }?.delegated
  }
}
