import CommandKit
import Documents
import Records
import Simulator
import TestSupport
import Testing

@testable import Turns

/// What people get who write to the bot alone.
struct DirectMessageTurnTests {
  @Test func `a message opens an incident, and its writer is told`() async throws {
    try await LiveBot.serve { bot in
      let admin = bot.tenant.address.administrator
      try await bot.write("new incident The printer burns", as: admin)
      _ = try await bot.seen("Successfully created incident 1: The printer burns", as: admin)
      let incident = try #require(try bot.store.incident(1))
      #expect(incident.name == "The printer burns")
      #expect(incident.reporter?.lowercased() == admin.lowercased())
      let raw = try #require(incident.raw)
      #expect(raw["text"]?.string == "new incident The printer burns")
      #expect(raw.value(at: "channelData.tenant.id") == nil)
      #expect(raw.value(at: "conversation.tenantId") == nil)
      #expect(!raw.text().contains(bot.tenant.address.tenantID))
      let notice = try #require(try bot.store.notices(after: 0).first)
      #expect(notice.kind == .opened && notice.subject == "1")
    }
  }

  @Test func `properties and JSON say more of an incident`() async throws {
    try await LiveBot.serve(profile: ["incident-type: Unclassified"]) { bot in
      let admin = bot.tenant.address.administrator
      try await bot.write("create incident name=Fire type=Facility", as: admin)
      try await bot.write(
        "create incident json=[{\"name\":\"a\",\"severity\":\"High\",\"labels\":[\"x\"]},{\"name\":\"b\"}]",
        as: admin)
      _ = try await bot.seen("Successfully created incident 2, 3: a, b", as: admin)
      #expect(try bot.store.incident(1)?.type == "Facility")
      let second = try #require(try bot.store.incident(2))
      #expect(second.type == "Unclassified" && second.severity == .high && second.labels == ["x"])
    }
  }

  @Test func `lists show what is open, one's own and what is closed, by pages`() async throws {
    try await LiveBot.serve { bot in
      let admin = bot.tenant.address.administrator
      for number in 1...12 {
        var draft = Incident.Draft(name: "Case \(number)")
        if number == 2 { draft.owner = admin.uppercased() }
        _ = try bot.store.create(draft, at: bot.own.workspace.now())
      }
      let time = bot.own.workspace.now()
      _ = try bot.store.update(5, at: time) { $0.closedAt = time }
      try await bot.write("list incidents", as: admin)
      let first = try await bot.seen("Page 1 of 2", as: admin).text()
      #expect(
        first.contains("Case 12") && !first.contains("\"Case 1\"") && !first.contains("Case 5"))
      try await bot.write("list incidents page 2", as: admin)
      _ = try await bot.seen("\"Case 1\"", as: admin)
      try await bot.write("list my incidents", as: admin)
      try await bot.settle()
      let mine = try #require(try await bot.messages(as: admin).last).text()
      #expect(mine.contains("\"Case 2\"") && !mine.contains("\"Case 3\""))
      try await bot.write("list closed incidents", as: admin)
      #expect(try await bot.seen("Closed", as: admin).text().contains("Case 5"))
    }
  }

  @Test func `whom the profile does not list may do nothing`() async throws {
    try await LiveBot.serve(profile: ["bot-users: somebody@contoso.com"]) { bot in
      let admin = bot.tenant.address.administrator
      try await bot.write("new incident Fire", as: admin)
      _ = try await bot.seen("You're not allowed to run any command", as: admin)
      #expect(try bot.store.incidents().isEmpty)
    }
  }

  @Test func `a stranger who may open incidents may do nothing else`() async throws {
    let profile = ["bot-users: somebody@contoso.com", "unknown-senders: create"]
    try await LiveBot.serve(profile: profile) { bot in
      let admin = bot.tenant.address.administrator
      try await bot.write("list incidents", as: admin)
      _ = try await bot.seen("you may only run: new incident", as: admin)
      try await bot.write("new incident Fire", as: admin)
      _ = try await bot.seen("Successfully created incident 1", as: admin)
    }
  }

  @Test func `what is no command gets help, and is told above the prompt`() async throws {
    try await LiveBot.serve { bot in
      let admin = bot.tenant.address.administrator
      try await bot.write("good morning", as: admin)
      _ = try await bot.seen("I can understand the following commands", as: admin)
      let notice = try #require(try bot.store.notices(after: 0).last)
      #expect(notice.kind == .message && notice.text == "good morning")
    }
  }

  @Test(arguments: ["$(incident close 1)", "!touch owned", "%3", "`reboot`", "a; exit 3 && b"])
  func `text stays text`(name: String) async throws {
    try await LiveBot.serve { bot in
      let admin = bot.tenant.address.administrator
      try await bot.write("new incident \(name)", as: admin)
      try await bot.settle()
      #expect(try bot.store.incidents().map(\.name) == [name])
      let session = try await bot.session()
      #expect(try await session.result(of: "incident list -o json").contains(name))
    }
  }

  @Test func `the welcome is the profile's, and may be none`() async throws {
    let words = "welcome-message: 'Thanks for <incident_name>, it is <incident_id>'"
    try await LiveBot.serve(profile: [words]) { bot in
      let admin = bot.tenant.address.administrator
      try await bot.write("new incident <incident_id>", as: admin)
      _ = try await bot.seen("it is 1", as: admin)
    }
    try await LiveBot.serve(profile: ["welcome-message: no_welcome_message"]) { bot in
      let admin = bot.tenant.address.administrator
      let before = try await bot.messages(as: admin).count
      try await bot.write("new incident Fire", as: admin)
      try await bot.settle()
      #expect(try bot.store.incidents().count == 1)
      #expect(try await bot.messages(as: admin).count == before + 1)
    }
  }

  @Test func `what a process left half done is done once`() async throws {
    try await LiveBot.serve(handles: false) { bot in
      let admin = bot.tenant.address.administrator
      try await bot.write("new incident Fire", as: admin)
      let received = try await bot.wait(for: "The message") {
        try bot.arrived().first { $0.document["text"]?.string?.contains("Fire") == true }
      }
      let call = Call(
        command: "bot", effect: .changes, permissions: .none,
        io: CommandIO(output: bot.own.output))
      let session = Session(workspace: bot.own.workspace, call: call)
      for _ in 1...2 {
        try await Turn(received, bot: session.asBot(), session: session, store: bot.store).run()
      }
      #expect(try bot.store.incidents().count == 1)
      #expect(try bot.store.notices(after: 0).count { $0.kind == .opened } == 1)
    }
  }
}

/// An incident that is mirrored by a message.
struct MirrorByMessageTests {
  @Test func `an incident is mirrored in the profile's team, by the app`() async throws {
    try await LiveBot.serve(profile: ["team: Contoso IT"]) { bot in
      let admin = bot.tenant.address.administrator
      try await bot.write("new incident Fire", as: admin)
      try await bot.write("mirror 1", as: admin)
      _ = try await bot.seen("Incident 1 is mirrored in Contoso IT/incident-1.", as: admin)
      #expect(try bot.store.mirrors(of: 1).map(\.channelName) == ["incident-1"])
      try await bot.write("mirror 1", as: admin)
      _ = try await bot.seen("was mirrored in Contoso IT/incident-1 already", as: admin)
    }
  }

  @Test func `what cannot be mirrored is said`() async throws {
    try await LiveBot.serve { bot in
      let admin = bot.tenant.address.administrator
      try await bot.write("mirror 7", as: admin)
      _ = try await bot.seen("There is no incident 7.", as: admin)
      try await bot.write("mirror it", as: admin)
      _ = try await bot.seen("Please say which incident", as: admin)
      try await bot.write("new incident Fire", as: admin)
      try await bot.write("mirror 1", as: admin)
      _ = try await bot.seen("Incident 1 could not be mirrored", as: admin)
    }
  }
}
