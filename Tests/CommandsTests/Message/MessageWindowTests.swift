import Documents
import Foundation
import Graph
import TestSupport
import Testing

@testable import Commands

/// Which messages are wanted by their time, and when to stop looking.
struct MessageWindowTests {
  private static func time(_ hour: Int) -> String {
    "2026-11-24T\(hour < 10 ? "0" : "")\(hour):00:00.5Z"
  }

  private static func date(_ hour: Int) throws -> Date {
    try Date("2026-11-24T\(hour < 10 ? "0" : "")\(hour):00:00Z", strategy: .iso8601)
  }

  private static func message(
    _ created: Int, modified: Int? = nil, replies: [Int] = []
  ) -> ChatMessage {
    ChatMessage(
      document: [
        "id": .string(String(created)), "createdDateTime": .string(time(created)),
        "lastModifiedDateTime": .string(time(modified ?? created)),
        "replies": .array(replies.map { ["createdDateTime": .string(time($0))] }),
      ])
  }

  private static func window(
    _ order: MessageOrder? = nil, since: Int? = nil, until: Int? = nil
  ) throws -> MessageWindow {
    MessageWindow(order: order, since: try since.map(date), until: try until.map(date))
  }

  @Test(arguments: [(9, true), (10, true), (11, false), (8, false)])
  func `from is included, until is not`(hour: Int, isIn: Bool) throws {
    #expect(try Self.window(since: 9, until: 11).contains(Self.message(hour)) == isIn)
  }

  @Test func `the time that counts is that of the order`() throws {
    let message = Self.message(8, modified: 10)
    #expect(try !Self.window(since: 9).contains(message))
    #expect(try Self.window(.modified, since: 9).contains(message))
    #expect(try Self.window().isOpen && Self.window().contains(message))
  }

  @Test(
    arguments: [
      (nil, nil, nil, [:]),
      (.created, nil, nil, ["$orderby": "createdDateTime desc"]),
      (nil, 9, nil, ["$orderby": "createdDateTime desc"]),
      (
        nil, 9, 11,
        [
          "$orderby": "createdDateTime desc",
          "$filter": "createdDateTime lt 2026-11-24T11:00:00.000Z",
        ]
      ),
      (
        .modified, 9, 11,
        [
          "$orderby": "lastModifiedDateTime desc",
          "$filter": "lastModifiedDateTime gt 2026-11-24T09:00:00.000Z "
            + "and lastModifiedDateTime lt 2026-11-24T11:00:00.000Z",
        ]
      ),
    ] as [(MessageOrder?, Int?, Int?, [String: String])])
  func `a chat is asked for what Graph can choose`(
    order: MessageOrder?, since: Int?, until: Int?, query: [String: String]
  ) throws {
    let window = try Self.window(order, since: since, until: until)
    #expect(
      Dictionary(uniqueKeysWithValues: window.chatQuery.map { ($0.name, $0.value) }) == query)
    #expect(window.choosesInChat == (since != nil && order != .modified))
  }

  @Test
  func `a channel ends where nothing happened since, and not at an old message with a new reply`()
    throws
  {
    let window = try Self.window(since: 9)
    #expect(!window.endsChannel(at: Self.message(7, replies: [8, 10])))
    #expect(!window.endsChannel(at: Self.message(7, modified: 9)))
    #expect(window.endsChannel(at: Self.message(7, modified: 8, replies: [8])))
    #expect(try !Self.window().endsChannel(at: Self.message(1)))
    #expect(try Self.window().endsChannel(at: Self.message(7), worst: Self.date(8)))
    #expect(window.ends(at: Self.message(8)) && !window.ends(at: Self.message(9)))
  }

  @Test func `the newest come first, and of the same time the youngest`() throws {
    let messages = [Self.message(8, modified: 9), Self.message(10), Self.message(9)]
    let ids = { (window: MessageWindow) in window.sorted(messages).map(\.id) }
    #expect(try ids(Self.window(.created)) == ["10", "9", "8"])
    #expect(try ids(Self.window(.modified)) == ["10", "9", "8"])
    #expect(try ids(Self.window()) == ["8", "10", "9"])
  }

  @Test func `what is left of a sorted list is what stands behind its last row`() throws {
    let address = "https://graph.example/v1.0/teams/t/channels/c/messages?$expand=replies"
    let last = Self.message(8, modified: 9)
    let rest = try #require(SortedRest(address, order: .modified, after: last))
    #expect(rest.link == "\(address)#order=modified,\(Self.time(9)),8")
    let read = try #require(SortedRest(rest.link))
    #expect(read == rest && read.address == address && read.arrival == .byActivity)
    let window = MessageWindow(order: nil, since: nil, until: nil, rest: read)
    #expect(!window.isOpen && window.order == .modified)
    let messages = [Self.message(10), Self.message(9), last, Self.message(7, modified: 9)]
    #expect(messages.map(window.contains) == [false, false, false, true])
    #expect(window.contains(Self.message(6)))
    #expect(SortedRest("\(address)/1/replies#order=created,\(Self.time(9)),8")?.arrival == .anyhow)
  }

  @Test(arguments: [
    "", "#after=1", "#order=created", "#order=name,2026-11-24T09:00:00Z,1",
    "#order=created,yesterday,1", "#order=created,2026-11-24T09:00:00Z,",
  ])
  func `another link is none to the rest of a sorted list`(_ end: String) {
    #expect(SortedRest("https://graph.example/v1.0/chats" + end) == nil)
  }

  @Test func `a sorted list of a channel is read in pieces, and nothing twice or never`()
    async throws
  {
    try await SimulatedTenant.serve { tenant in
      let session = try tenant.session()
      try await tenant.signIn(session)
      for order in ["created", "modified"] {
        let place = "--channel 'Contoso IT/Helpdesk'"
        let whole = try await session.result(
          of: "message list --all --order \(order) --jq .id \(place)"
        ).split(separator: "\n")
        var pieces: [Substring] = []
        var line = "message list --limit 3 --order \(order) --jq .id \(place)"
        var links = 0
        for _ in 0..<whole.count / 3 + 1 {
          pieces += try await session.result(of: line).split(separator: "\n")
          let told = session.errors.text.matches(of: /--next '([^']+)'/)
          guard told.count > links, let link = told.last else { break }
          links = told.count
          line = "message list --limit 3 --jq .id --next '\(link.1)'"
        }
        #expect(pieces == whole && whole.count > 3, "\(order)")
      }
    }
  }

  @Test(arguments: [(nil, 50), (0, 1), (7, 7), (50, 50), (60, 30), (100, 50), (120, 40), (53, 50)])
  func `a page ends where the limit does, if it can`(limit: Int?, size: Int) {
    #expect(MessageRequest.pageSize(for: limit) == size)
  }
}
