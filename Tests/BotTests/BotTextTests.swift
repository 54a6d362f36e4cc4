import Bot
import Documents
import Testing

/// What becomes of a text that a bot sends.
struct BotTextTests {
  @Test(arguments: [
    ("Good morning @Adele Vance; and @alex;", ["Adele Vance", "alex"]),
    ("@Adele;@Alex;", ["Adele"]), ("mail a@demisto.com; today", []), ("@Adele has it", []),
    ("@ Adele; no", []), ("@Adele\nVance; no", []), ("@x; @x;", ["x"]), ("", []),
  ])
  func `a name stands between an at sign and a semicolon, at the beginning or behind a space`(
    text: String, names: [String]
  ) {
    #expect(BotText(text).names == names)
  }

  @Test func `a mention names its account, and one that nobody bears stays text`() {
    let activity = BotText("@A <b>; and @C;").activity(mentioning: ["A <b>": "29:1"])
    #expect(activity["text"]?.string == "<at>A &lt;b&gt;</at> and @C;")
    #expect(
      activity["entities"]
        == [
          [
            "type": "mention", "text": "<at>A &lt;b&gt;</at>",
            "mentioned": ["id": "29:1", "name": "A <b>"],
          ]
        ])
  }

  @Test(arguments: [
    ("see https://a.example/x.", "see [https://a.example/x](https://a.example/x)."),
    ("see [it](https://a.example/x)", "see [it](https://a.example/x)"),
    ("(https://a.example)", "([https://a.example](https://a.example))"), ("no link", "no link"),
  ])
  func `a bare address becomes a link, and one of Markdown stays`(text: String, shown: String) {
    #expect(BotText(text).activity()["text"]?.string == shown)
  }

  @Test func `links to forms have a caption, others their address`() {
    let form = "https://cortex.example/external/form?id=1"
    let text = "Fill \(form) in, see https://a.example"
    #expect(
      BotText(text).activity()["text"]?.string
        == "Fill [Microsoft Teams Form](\(form)) in, see [https://a.example](https://a.example)")
    #expect(
      BotText(form, formCaption: "A [form]").markdown == "[A \\[form\\]](\(form))")
  }

  @Test func `a card is an attachment of its kind`() {
    let activity = BotText.activity(card: ["type": "AdaptiveCard"])
    #expect(activity["attachments"]?.array?.first?["content"] == ["type": "AdaptiveCard"])
    #expect(activity["text"] == nil)
  }
}
