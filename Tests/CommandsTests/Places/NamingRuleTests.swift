import Documents
import Foundation
import Testing

@testable import CommandKit
@testable import Commands

/// What is refused before anything is asked of Graph, and what is sent.
struct NamingRuleTests {
  @Test(arguments: ["Rollout", "日本語サポート", "Incidents 🔥", String(repeating: "x", count: 50)])
  func `Teams takes such a name for a channel`(name: String) {
    #expect(ChannelName.fault(in: name) == nil)
  }

  @Test(arguments: [
    "", "  ", "Q&A", "R/D", "#42", "50%", "Miles O'Brien", "a:b", String(repeating: "x", count: 51),
  ])
  func `Teams does not take such a name for a channel`(name: String) {
    #expect(ChannelName.fault(in: name)?.hasSuffix(".") == true)
  }

  @Test func `a topic is short and has no colon`() {
    #expect(ChatTopic.fault(in: "Miles O'Brien's chat, 100 % 🚀 #EXT#") == nil)
    #expect(ChatTopic.fault(in: String(repeating: "é", count: 250)) == nil)
    #expect(ChatTopic.fault(in: String(repeating: "é", count: 251)) != nil)
    #expect(ChatTopic.fault(in: "a:b") != nil)
  }

  @Test(arguments: [
    ("19:a1_b2@unq.gbl.spaces", "oneOnOne"), ("48:notes", "oneOnOne"),
    ("19:2da4c29f6d7041eca70b638b43d45437@thread.v2", "group"),
    ("19:meeting_MjdhNjM4YzUtYzExZi00OTFkLTkz@thread.v2", "meeting"),
  ])
  func `the id of a chat tells its kind`(id: String, kind: String) {
    #expect(ChatKind(ofChat: id).rawValue == kind)
  }

  @Test func `history is all, none, or from a moment on`() throws {
    let now = Date(timeIntervalSince1970: 1_767_225_600)
    func start(_ text: String) throws -> String? {
      try #require(SharedHistory(argument: text)).start(from: now)
    }
    #expect(try start("all") == "0001-01-01T00:00:00Z")
    #expect(try start("none") == nil)
    #expect(try start("2026-01-02T03:04:05Z") == "2026-01-02T03:04:05Z")
    #expect(try start("2h") == "2025-12-31T22:00:00Z")
    #expect(SharedHistory(argument: "some") == nil)
  }

  @Test func `no history at all is left out of what is sent`() {
    let member = MemberBody.member("id", roles: ["guest"])
    #expect(member["visibleHistoryStartDateTime"] == nil)
    #expect(member["roles"]?.array == ["guest"])
    #expect(MemberBody.member("id", roles: [], history: "x")["visibleHistoryStartDateTime"] == "x")
  }

  @Test func `members are always asked for, since they name a chat`() {
    #expect(ChatExpansion.query([]) == "members")
    #expect(ChatExpansion.query([.lastMessagePreview]) == "members,lastMessagePreview")
    #expect(ChatExpansion.query([.members, .members]) == "members")
  }
}
