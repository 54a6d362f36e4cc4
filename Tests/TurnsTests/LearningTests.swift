import CommandKit
import Documents
import Foundation
import TestSupport
import Testing

@testable import Records
@testable import Turns

/// What activities teach of where the bot works, before anything else is done with them.
struct LearningTests {
  private static let team: JSON = ["id": "19:it@thread.tacv2", "aadGroupId": "group", "name": "IT"]
  private static let bot: JSON = ["id": "28:bot", "name": "Contoso Bot"]

  /// The contacts after some activities of one conversation.
  private func contacts(
    after activities: [JSON], prepared: (ContactStore) throws -> Void = { _ in }
  ) async throws -> ContactStore {
    let home = try TemporaryHome()
    try home.write("default: it\nprofiles:\n  it:\n    bot-id: bot\n", to: "config.yaml")
    let workspace = try TestSession(home: home).workspace
    let contacts = try workspace.contacts()
    try prepared(contacts)
    let call = Call(
      command: "bot", effect: .changes, permissions: .none, io: CommandIO(output: workspace.errors))
    let session = Session(workspace: workspace, call: call)
    for (number, fields) in activities.enumerated() {
      let own = fields.object?.fields.map { ($0.key, $0.value) } ?? []
      let document: JSON = .object(JSONObject([("recipient", Self.bot)] + own))
      let received = ReceivedActivity(
        number: Int64(number), key: "\(number)", receivedAt: Date(), document: document, claims: 1,
        handledAt: nil)
      Turn(received, bot: session, session: session, store: try workspace.incidents()).learn()
    }
    return contacts
  }

  private func update(_ fields: [(String, JSON)], eventType: String? = nil) -> JSON {
    .object(
      JSONObject(
        [
          ("type", "conversationUpdate"),
          ("conversation", ["id": "19:it@thread.tacv2", "conversationType": "channel"]),
          (
            "channelData",
            [
              "team": Self.team, "tenant": ["id": "tenant"], "eventType": .optional(eventType),
            ]
          ),
        ] + fields))
  }

  @Test func `every activity tells where the connector is, and what the bot is called`()
    async throws
  {
    let contacts = try await contacts(after: [
      update([("serviceUrl", "https://smba.example/emea/")])
    ])
    #expect(
      try contacts.site()
        == KnownSite(
          tenantID: "tenant", serviceURL: "https://smba.example/emea", botName: "Contoso Bot"))
  }

  @Test(arguments: ["http://evil.example/", "ftp://a.example", "https://", "https://a@b.example"])
  func `an address where no token may go is not learnt`(address: String) async throws {
    let contacts = try await contacts(after: [update([("serviceUrl", .string(address))])])
    #expect(try contacts.site() == nil)
  }

  @Test func `a team is known from the bot's coming to its leaving, by its newest name`()
    async throws
  {
    let coming = update([("membersAdded", [Self.bot])], eventType: "teamMemberAdded")
    let known = try await contacts(after: [coming])
    #expect(
      try known.teams() == [KnownTeam(id: "19:it@thread.tacv2", groupID: "group", name: "IT")])
    for leaving in [
      update([("membersRemoved", [Self.bot])], eventType: "teamMemberRemoved"),
      update([], eventType: "teamDeleted"),
    ] {
      #expect(try await contacts(after: [coming, leaving]).teams().isEmpty)
    }
  }

  @Test func `who comes to a team makes what is known of its channels old, and nothing else`()
    async throws
  {
    let contacts = try await contacts(after: [
      update([("membersAdded", [["id": "29:new"]])], eventType: "teamMemberAdded")
    ]) { contacts in
      for (place, team) in [("19:ideas", "group"), ("19:other", "other")] {
        try contacts.keep(roster: [], of: place, in: team, at: Date())
      }
    }
    #expect(try contacts.roster(of: "19:ideas") == nil)
    #expect(try contacts.roster(of: "19:other") != nil)
  }

  @Test func `a person's conversation is known from the first word until they take the app away`()
    async throws
  {
    func personal(_ fields: [(String, JSON)]) -> JSON {
      .object(
        JSONObject(
          [
            ("from", ["id": "29:a", "aadObjectId": "adele"]),
            ("conversation", ["id": "a:1", "conversationType": "personal"]),
          ] + fields))
    }
    let word = personal([("type", "message"), ("text", "hello")])
    #expect(try await contacts(after: [word]).conversation(with: "adele") == "a:1")
    let farewell = personal([("type", "installationUpdate"), ("action", "remove")])
    #expect(try await contacts(after: [word, farewell]).conversation(with: "adele") == nil)
  }

  @Test func `what really arrives teaches the same, and an answer needs no conversation made`()
    async throws
  {
    try await LiveBot.serve { bot in
      try await bot.write("hello", as: "adele@contoso.com")
      try await bot.settle()
      let session = try await bot.session()
      #expect(session.workspace.botName == "Contoso Bot")
      bot.tenant.transport.forget()
      _ = try await session.result(of: "notify 'Hello, too' --to @adele")
      #expect(bot.tenant.transport.connectorRequests.count == 1)
    }
  }
}
