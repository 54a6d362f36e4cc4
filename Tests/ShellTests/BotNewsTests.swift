import Foundation
import Records
import TestSupport
import Testing

@testable import Shell

struct BotNewsTests {
  @Test(arguments: [
    (Notice.Kind.answer, "Deploy now?", "Adele answered \"text\" to: Deploy now?"),
    (.opened, "12", "Adele opened incident 12: text"),
    (.note, "12", "Adele on incident 12: text"),
    (.message, "Adele", "Adele wrote to the bot: text"),
    (.membership, "Contoso IT", "text"),
    (.hook, "incident-hook", "text"),
    (.failure, "3", "What came to the bot could not be handled: text"),
  ])
  func `each kind of notice has its words`(
    kind: Notice.Kind, subject: String, expected: String
  ) throws {
    let notice = try Self.posted(kind, subject, "text")
    #expect(BotNews.text(notice) == expected)
  }

  @Test func `a long text is cut`() throws {
    let notice = try Self.posted(.opened, "1", String(repeating: "x", count: 5000))
    #expect(BotNews.text(notice).count < 400)
  }

  @Test func `a flood is counted`() throws {
    let store = try IncidentStore.open(at: TemporaryHome().file("incidents.sqlite"))
    for number in 1...150 { try store.post(.membership, "team", "news \(number)", at: Date()) }
    let lines = BotNews.lines(try store.notices(after: 0))
    #expect(lines == (1...5).map { "news \($0)" } + ["… and 145 more from the bot."])
    #expect(BotNews.lines(try store.notices(after: 148)) == ["news 149", "news 150"])
  }

  private static func posted(
    _ kind: Notice.Kind, _ subject: String, _ text: String
  ) throws -> Notice {
    let store = try IncidentStore.open(at: TemporaryHome().file("incidents.sqlite"))
    try store.post(kind, subject, person: "Adele", text, at: Date())
    return try #require(store.notices(after: 0).first)
  }
}
