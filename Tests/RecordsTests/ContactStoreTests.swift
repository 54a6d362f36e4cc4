import Documents
import Foundation
import Testing

@testable import Records

/// What a bot knows of those whom it reaches.
struct ContactStoreTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "contacts-\(UUID().uuidString)").path
  private let now = Date(timeIntervalSince1970: 1_790_000_000)

  private func store(of bot: String = "bot") throws -> ContactStore {
    try ContactStore.open(at: "\(folder)/contacts.sqlite", of: bot)
  }

  @Test func `a conversation is found by the person, and by its own bot only`() throws {
    let store = try store()
    try store.keep(conversation: "a:1", with: "ADELE")
    #expect(try store.conversation(with: "adele") == "a:1")
    #expect(try self.store(of: "BOT").conversation(with: "adele") == "a:1")
    #expect(try self.store(of: "other").conversation(with: "adele") == nil)
    try store.forgetConversation(with: "Adele")
    #expect(try store.conversation(with: "adele") == nil)
  }

  @Test func `above five hundred the one goes that was looked for longest ago`() throws {
    let store = try store()
    for number in 0..<ContactStore.most {
      try store.keep(conversation: "a:\(number)", with: "p\(number)")
    }
    // A hit moves the oldest to the newest end.
    #expect(try store.conversation(with: "p0") == "a:0")
    try store.keep(conversation: "a:new", with: "new")
    #expect(try store.conversation(with: "p1") == nil)
    #expect(try store.conversation(with: "p0") == "a:0")
    #expect(try store.conversation(with: "p2") == "a:2")
    #expect(try store.conversation(with: "new") == "a:new")
  }

  @Test func `accounts are kept whole, and the newest facts count, for a time`() throws {
    let store = try store()
    try store.keep(account: ["id": "29:a", "email": "old@contoso.com"], as: "29:a", at: now)
    try store.keep(account: ["id": "29:a", "email": "adele@contoso.com"], as: "29:a", at: now)
    #expect(try store.account("29:a", since: now)?["email"]?.string == "adele@contoso.com")
    #expect(try store.account("29:a", since: now + 1) == nil)
    try store.forgetAccount("29:a")
    #expect(try store.account("29:a", since: now) == nil)
  }

  @Test func `a change in a team makes the rosters of all its channels old`() throws {
    let store = try store()
    try store.keep(KnownTeam(id: "19:general", groupID: "group", name: "IT"))
    for (conversation, team) in [("19:general", "group"), ("19:ideas", "group"), ("19:chat", nil)] {
      try store.keep(roster: [["id": "29:a"]], of: conversation, in: team, at: now)
    }
    #expect(
      try store.roster(of: "19:ideas") == KeptRoster(members: [["id": "29:a"]], readAt: now))
    // The group's id is looked up where it is not told.
    try store.forgetRosters(of: "19:general")
    #expect(try store.roster(of: "19:general") == nil)
    #expect(try store.roster(of: "19:ideas") == nil)
    #expect(try store.roster(of: "19:chat") != nil)
  }

  @Test func `a team keeps its newest name, until the bot leaves it`() throws {
    let store = try store()
    try store.keep(KnownTeam(id: "19:general", groupID: "group", name: "IT"))
    try store.keep(KnownTeam(id: "19:general", groupID: nil, name: "Service"))
    #expect(
      try store.teams() == [KnownTeam(id: "19:general", groupID: "group", name: "Service")])
    try store.keep(roster: [], of: "19:ideas", in: "group", at: now)
    try store.forgetTeam("19:general")
    #expect(try store.teams().isEmpty)
    #expect(try store.roster(of: "19:ideas") == nil)
  }

  @Test func `what was learnt last counts, for each tenant by itself`() throws {
    let store = try store()
    #expect(try store.site() == nil)
    let one = KnownSite(tenantID: "one", serviceURL: "https://one.example", botName: "Bot")
    let two = KnownSite(tenantID: "two", serviceURL: "https://two.example", botName: nil)
    try store.learn(one, at: now)
    try store.learn(two, at: now + 1)
    #expect(try store.site() == two)
    #expect(try store.site(in: "ONE") == one)
    // A name that an activity leaves out is not lost.
    try store.learn(
      KnownSite(tenantID: "one", serviceURL: "https://new.example", botName: nil), at: now + 2)
    #expect(
      try store.site()
        == KnownSite(tenantID: "one", serviceURL: "https://new.example", botName: "Bot"))
  }
}
