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
  static let names = Catalog.teamsh.entries
    .filter { !$0.type.permissions.requirements.isEmpty && $0.type.permissions.allows(.person) }
    .map(\.name)
  private static let appNames = Catalog.teamsh.entries
    .filter { !$0.type.permissions.requirements.isEmpty && $0.type.permissions.allowsApp }
    .map(\.name)

  private static let lookups = [
    TeamReference.permissions, ChannelReference.permissions, PersonReference.permissions,
    ChatReference.permissions, MemberReference.permissions, AppReference.permissions,
    MeetingReference.permissions,
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
      var line = line
      if PermissionCases.needsPreparation(line) {
        let everything =
          Catalog.teamsh.entries.flatMap { $0.type.permissions.person } + ["Files.ReadWrite"]
        let preparing = try tenant.session()
        try preparing.signIn(
          try await tenant.token(ofPersonWith: everything + lookups.flatMap(\.person)))
        if line.contains("WEEKLY") {
          let number = try await preparing.result(of: PermissionCases.numberOfMeeting)
          line = line.replacing("WEEKLY", with: number.filter(\.isNumber))
        } else {
          _ = try await preparing.result(of: PermissionCases.preparation)
        }
        tenant.transport.forget()
      }
      if kind == .app { try await tenant.letAppIntoMeetings() }
      let session = try tenant.session(home: try await tenant.home(for: line))
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
        // What goes wrong with one of several channels leaves the rest done.
        isNeeded =
          [.permission, .partly].contains(result.code) && result.errors.contains(permission)
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
        // What goes wrong with one of several channels leaves the rest done.
        isNeeded =
          [.permission, .partly].contains(result.code) && result.errors.contains(permission)
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
      for request in Set(try await Self.run(line, as: .person, holding: held).requests)
      where !request.hasSuffix(" /$batch") {
        let accepted = try #require(
          table.accepted(by: request, from: .person), "\(request) is not in the table.")
        #expect(accepted.contains(where: held.contains), "\(request) of \(line)")
      }
    }
  }

  @Test(
    .enabled(if: PermissionTable.exists, "Microsoft's table lies beside the project."),
    arguments: appNames)
  func `Microsoft's table asks an app for what is declared`(name: String) async throws {
    let table = try PermissionTable()
    for line in try PermissionCases.lines(name, as: .app) {
      let held = Self.held(for: line, as: .app)
      for request in Set(try await Self.run(line, as: .app, holding: held).requests)
      where !request.hasSuffix(" /$batch") {
        let accepted = try #require(
          table.accepted(by: request, from: .app), "\(request) is not in the table.")
        #expect(accepted.contains(where: held.contains), "\(request) of \(line)")
      }
    }
  }

  /// A pair stands where the stronger one opens something that the weaker one is the least for.
  @Test(.enabled(if: PermissionTable.exists, "Microsoft's table lies beside the project."))
  func `a permission counts for another one where Microsoft's table says so`() throws {
    let table = try PermissionTable()
    let declared = Set(
      (Catalog.teamsh.entries.map { $0.type.permissions } + Self.lookups).flatMap {
        $0.person + $0.app
      })
    for weaker in declared.sorted() {
      for stronger in table.names.sorted()
      where stronger != weaker && PermissionName.missing([weaker], from: [stronger]).isEmpty
        && !Self.reachesFurther(stronger, than: weaker)
      {
        #expect(
          table.requests(of: weaker).contains { $0.contains(stronger) },
          "\(stronger) does not count for \(weaker).")
      }
    }
  }

  /// Whether one is for everybody's and the other for one's own: no request takes them from the same kind of
  /// identity, so the table says nothing of the pair.
  private static func reachesFurther(_ stronger: String, than weaker: String) -> Bool {
    ["Chat", "OnlineMeetings", "TeamsAppInstallation"].contains(where: stronger.hasPrefix)
      && stronger.hasSuffix(".All") && !weaker.hasSuffix(".All")
  }

  /// What a stronger permission opens wherever a command needs the weaker one, the warning knows.
  @Test(
    arguments: [
      ("Chat.ReadWrite", "Chat.ReadBasic"), ("Chat.ReadWrite", "ChatMessage.Send"),
      ("Group.ReadWrite.All", "ChannelMessage.Read.All"), ("Group.ReadWrite.All", "Channel.Create"),
      ("Group.Read.All", "Channel.ReadBasic.All"), ("User.ReadWrite.All", "User.ReadBasic.All"),
      ("Directory.ReadWrite.All", "User.ReadBasic.All"),
      ("OnlineMeetings.ReadWrite.All", "OnlineMeetings.Read"),
      ("ChannelMember.ReadWrite.All", "ChannelMember.Read.All"),
      ("Chat.ReadWrite.All", "Chat.Create"),
    ])
  func `stronger permissions count in however many steps`(stronger: String, weaker: String) {
    #expect(PermissionName.missing([weaker], from: [stronger]).isEmpty)
    #expect(PermissionName.missing([stronger], from: [weaker]) == [stronger])
  }

  @Test(.enabled(if: PermissionTable.exists, "Microsoft's table lies beside the project."))
  func `who has to consent is what Microsoft says`() throws {
    let table = try PermissionTable()
    let declared = Set(
      (Catalog.teamsh.entries.map { $0.type.permissions } + Self.lookups).flatMap(\.person))
    for name in declared.sorted() {
      #expect(
        PermissionName.needsAdministrator(name) == table.needsAdministrator(name), "\(name)")
    }
  }
}

/// The lines that a command's permissions are tried with: its examples, and others for the kinds of place
/// that the examples do not go to.
private enum PermissionCases {
  private static let sent = "message send Hi --channel 'Contoso IT/General'"
  private static let told = "message send Hi --chat 'Project X'"

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
    "meeting show": ["meeting show WEEKLY --for @megan"],
    "meeting delete": ["meeting delete WEEKLY --for @megan --yes"],
    "meeting attendance": ["meeting attendance WEEKLY --for @megan"],
    "message list": ["message list --chat 'Project X'"],
    "message show": ["use 'Project X'; message list --limit 1; message show %1"],
    "message send": [
      "message send Hi --chat @gone.away",
      "message send --attach \(#filePath) --channel 'Contoso IT/General'",
      "message send --attach \(#filePath) --chat 'Project X'",
    ],
    "message reply": [
      "use 'Project X'; message list --limit 1; message reply %1 Yes",
      "use 'Project X'; message list --limit 1; message reply %1 --attach \(#filePath)",
    ],
    "message update": [
      "\(sent); message update $last Ho",
      "\(told); message update $last Ho",
    ],
    "message delete": [
      "\(sent); message delete $last --yes",
      "\(told); message delete $last --yes",
    ],
    "message restore": [
      "\(sent); message delete $last --yes; message restore $last",
      "\(told); message delete $last --yes; message restore $last",
    ],
    "message react": ["\(sent); message react $last like"],
    "message unreact": ["\(sent); message react $last like; message unreact $last like"],
    "message export": [
      "message export 'Project X' --to /tmp/x",
      "message export R/D/Audit --to /tmp/audit.html --attachments",
    ],
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

  /// Tells by which number one joins the meeting for which a line writes `WEEKLY`.
  static let numberOfMeeting =
    "meeting show 'Weekly IT sync' --jq .joinMeetingIdSettings.joinMeetingId"

  static func needsPreparation(_ line: String) -> Bool {
    line.contains("WEEKLY") || line.contains("Project Y'") && !line.hasPrefix("chat create")
      || line.contains("R/D/Audit")
  }

  static func lines(_ name: String, as kind: IdentityKind) throws -> [String] {
    let lines = try Catalog.entry(name).type.examples.map(\.line) + (further[name] ?? [])
    // An app has no chats of its own to find by name, and is nobody that could be a member.
    return lines.filter { line in
      kind == .person
        || ![
          "Project X", "--joined", "--reply", "--chat", "chat show", "user show @me",
          "'Weekly IT sync'",
        ].contains(where: line.contains) && (!line.hasPrefix("meeting") || line.contains("--for"))
    }
  }
}
