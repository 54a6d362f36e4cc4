import Documents
import Foundation
import Graph
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

  @Test func `the newest come first, and equals stay as they came`() throws {
    let messages = [Self.message(8, modified: 9), Self.message(10), Self.message(9)]
    let ids = { (window: MessageWindow) in window.sorted(messages).map(\.id) }
    #expect(try ids(Self.window(.created)) == ["10", "9", "8"])
    #expect(try ids(Self.window(.modified)) == ["10", "8", "9"])
    #expect(try ids(Self.window()) == ["8", "10", "9"])
  }

  @Test(arguments: [(nil, 50), (0, 1), (7, 7), (50, 50), (60, 30), (100, 50), (120, 40), (53, 50)])
  func `a page ends where the limit does, if it can`(limit: Int?, size: Int) {
    #expect(MessageRequest.pageSize(for: limit) == size)
  }
}
