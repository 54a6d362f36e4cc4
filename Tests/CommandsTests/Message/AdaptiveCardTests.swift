import CommandKit
import Documents
import Testing

@testable import Commands

/// Cards, before they are sent.
struct AdaptiveCardTests {
  @Test func `a card is kept as text, with a mark for it in the message`() throws {
    let text = #"{"type":"AdaptiveCard","version":"1.5","body":[]}"#
    let card = try AdaptiveCard(Array(text.utf8), name: "card.json")
    #expect(card.text == text)
    var draft = MessageDraft(.text("1 < 2\nlines"), importance: .high)
    draft.add(card)
    let document = draft.document
    let id = try #require(document["attachments"]?.array?.first?["id"]?.string)
    #expect(id.count == 32)
    #expect(
      document["body"] == [
        "contentType": "html",
        "content": .string("1 &lt; 2<br>lines<attachment id=\"\(id)\"></attachment>"),
      ])
    #expect(document["attachments"]?.array?.first?["content"]?.string == text)
    #expect(document["importance"] == "high")
  }

  @Test(
    arguments: [
      ("[", .notJSON(offset: 1)), ("[]", .notAnObject), ("{}", .wrongType(nil)),
      (#"{"type":"HeroCard","version":"1.0"}"#, .wrongType("HeroCard")),
      (#"{"type":"AdaptiveCard"}"#, .noVersion),
      (#"{"type":"AdaptiveCard","version":2}"#, .noVersion),
    ] as [(String, CommandError.CardFault)])
  func `what is no card is told`(text: String, fault: CommandError.CardFault) {
    #expect(throws: CommandError(.card(fault, file: "card.json"))) {
      try AdaptiveCard(Array(text.utf8), name: "card.json")
    }
  }
}
