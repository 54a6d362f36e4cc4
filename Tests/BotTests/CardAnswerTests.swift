import Documents
import Testing

@testable import Bot

/// What a pressed button says, and how it is shown where the question was.
struct CardAnswerTests {
  private static func answer(_ value: String, type: String = "message") throws -> CardAnswer? {
    CardAnswer(
      Activity(document: ["type": .string(type), "value": try JSON(parsing: value)]))
  }

  @Test(arguments: [
    (#"{"entitlement":"q","response":"Yes","investigation_id":"1","task_id":"2"}"#, "Yes"),
    (#"{"entitlement":"q","response":"two\nlines"}"#, "two\nlines"),
    (#"{"entitlement":"q","response":5}"#, "5"),
    (
      #"{"entitlement":"q","response":"","rating":"5","comment":"a|b\nc`d"}"#,
      "### Response\n|rating|comment|\n|---|---|\n| 5 | a\\|b<br>c\\`d |"
    ),
    (
      #"{"entitlement":"q","ok":true,"none":null}"#,
      "### Response\n|ok|none|\n|---|---|\n| true |  |"
    ),
    (#"{"entitlement":"q"}"#, ""),
    (#"{"entitlement":"q","response":"$(rm -rf /) <at>all</at>"}"#, "$(rm -rf /) <at>all</at>"),
  ])
  func `an answer is the button's, or else a table of what was entered`(
    value: String, text: String
  ) throws {
    let answer = try #require(try Self.answer(value))
    #expect(answer.question == "q")
    #expect(answer.text == text)
    #expect(answer.fields["entitlement"] == nil && answer.fields["task_id"] == nil)
  }

  @Test func `a button that executes has its data one level deeper`() throws {
    let answer = try Self.answer(
      #"{"action":{"type":"Action.Execute","data":{"entitlement":"q","response":"No"}},"#
        + #""trigger":"manual"}"#, type: "invoke")
    #expect(answer?.text == "No")
  }

  @Test(arguments: [
    "{}", #"{"response":"Yes"}"#, #"{"entitlement":""}"#, #"{"entitlement":7}"#, "[1]", #""text""#,
    #"{"action":{"data":{}},"entitlement":"q"}"#,
  ])
  func `what names no question answers none`(value: String) throws {
    #expect(try Self.answer(value) == nil)
  }

  @Test func `the card of an answer says all of it, and what came from others is no Markdown`() {
    let card = AnsweredCard(
      "Deploy?", AnswerFields(["response": "[click](https://evil.example)"]), by: "**Adele**",
      at: "2026-11-24 08:15 UTC")
    #expect(
      card.document.text()
        == #"{"$schema":"http://adaptivecards.io/schemas/adaptive-card.json","version":"1.2","#
        + #""type":"AdaptiveCard","msteams":{"width":"Full"},"#
        + #""body":[{"type":"TextBlock","text":"Deploy?","wrap":true},"#
        + #"{"type":"RichTextBlock","inlines":[{"type":"TextRun","#
        + #""text":"[click](https://evil.example)","weight":"Bolder"}]},"#
        + #"{"type":"RichTextBlock","inlines":[{"type":"TextRun","#
        + #""text":"Answered by **Adele**, 2026-11-24 08:15 UTC","isSubtle":true}]}]}"#)
  }

  @Test func `the card of a form shows each input, and a long one in part`() {
    let fields: JSON = ["rating": "5", "comment": .string(String(repeating: "x", count: 40_000))]
    let card = AnsweredCard("Well?", AnswerFields(fields), by: "Adele", at: "now").document
    let texts = (card["body"]?.array ?? []).compactMap { $0["inlines"]?.array?.first?["text"] }
    #expect(texts.first == "rating: 5")
    #expect(texts.count == 3)
    #expect(card.bytes.count < 4000)
  }

  @Test func `an answer of several lines is told on one`() {
    #expect(AnswerFields(["response": "one\n\ntwo"]).line == "one two")
    #expect(AnswerFields(["a": "1", "b": "2\r\n3"]).line == "a: 1, b: 2 3")
  }
}
