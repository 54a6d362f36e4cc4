import CommandKit
import Output
import Testing

@testable import Commands

/// Names in a text, and the mentions that they become.
struct MentionTextTests {
  private static let members = [
    MentionText.Member(id: "1", name: "Adele Vance", handle: "adelev"),
    MentionText.Member(id: "2", name: "Adele", handle: "adele.b"),
    MentionText.Member(id: "3", name: "Miriam O'Brien", handle: "miriam"),
    MentionText.Member(id: "4", name: "Tom & Jerry", handle: "tom"),
    MentionText.Member(id: "5", name: "Lee Gu", handle: "leeg"),
    MentionText.Member(id: "6", name: "Lee Gu", handle: "lee.gu"),
    MentionText.Member(id: nil, name: "Robot", handle: nil),
    MentionText.Member(id: "8", name: "Groß", handle: "gross"),
  ]

  private static func at(_ number: Int, _ name: String) -> String {
    "<at id=\"\(number)\">\(name)</at>"
  }

  @Test(
    arguments: [
      ("@Adele Vance; hi", "\(at(0, "Adele Vance")) hi", ["1"]),
      ("hi @adele vance;", "hi \(at(0, "Adele Vance"))", ["1"]),
      ("@GROSS; ", "\(at(0, "Groß")) ", ["8"]),
      ("@Adele Vance has it", "\(at(0, "Adele Vance")) has it", ["1"]),
      ("@Adele has it", "\(at(0, "Adele")) has it", ["2"]),
      ("@adelev, (@adele.b).", "\(at(0, "Adele Vance")), (\(at(1, "Adele"))).", ["1", "2"]),
      ("@lee.gu and @leeg.", "\(at(0, "Lee Gu")) and \(at(1, "Lee Gu")).", ["6", "5"]),
      ("@tom; @tom", "\(at(0, "Tom &amp; Jerry")) \(at(1, "Tom &amp; Jerry"))", ["4", "4"]),
      (
        "a < b\r\n@Miriam O'Brien; \"x\"",
        "a &lt; b<br>\(at(0, "Miriam O&#39;Brien")) &quot;x&quot;", ["3"]
      ),
      ("@adele vance and more; bye", "\(at(0, "Adele Vance")) and more; bye", ["1"]),
      ("“@Adele” „@Adele“", "“\(at(0, "Adele"))” „\(at(1, "Adele"))“", ["2", "2"]),
    ] as [(String, String, [String])])
  func `a name in a text becomes a mention`(
    text: String, html: String, ids: [String]
  ) throws {
    let result = try MentionText(.text(text)).resolved(among: Self.members, of: "the team")
    #expect(result.html == html)
    #expect(result.mentions.map(\.id) == ids)
    #expect(result.mentions.map(\.number) == Array(ids.indices))
  }

  @Test(
    arguments: [
      ("@Adele Vance; and @Adele", "\(at(0, "Adele Vance")) and @Adele"),
      ("@adele vance and more; bye @tom;", nil),
      ("@Adele @tom;", "@Adele \(at(0, "Tom &amp; Jerry"))"),
      ("hi @Adele", "hi @Adele"), ("a@tom; b", "a@tom; b"),
    ] as [(String, String?)])
  func `where only a semicolon closes a name, open ones stay text`(text: String, html: String?) {
    let closed = MentionText(.text(text), closed: true)
    #expect((try? closed.resolved(among: Self.members, of: "the team"))?.html == html)
    #expect(closed.mayMention == (html != text))
  }

  @Test(
    arguments: [
      "write to adele@contoso.com", "x@Adele", "@", "@ Adele", "@Adelement", "@nobody here",
      "@contoso.com", "50 @ 3; each", "@Adele2", "a\n@nobody\n;",
    ])
  func `what names nobody stays text`(text: String) throws {
    let result = try MentionText(.text(text)).resolved(among: Self.members, of: "the team")
    #expect(result.mentions.isEmpty)
    #expect(result.html == HTMLEscaping.text(text))
  }

  @Test(
    arguments: [
      ("@Nobody;", .unknown, "Nobody"), ("see @Nobody Else; there", .unknown, "Nobody Else"),
      ("@Lee Gu;", .ambiguous, "Lee Gu"), ("@lee gu said", .ambiguous, "lee gu"),
      ("@Robot;", .withoutID, "Robot"), ("@robot", .withoutID, "robot"),
    ] as [(String, CommandError.MentionFault, String)])
  func `a name that cannot be mentioned is told`(
    text: String, fault: CommandError.MentionFault, name: String
  ) {
    #expect(throws: CommandError(.mention(fault, name: name, place: "Contoso IT"))) {
      try MentionText(.text(text)).resolved(among: Self.members, of: "Contoso IT")
    }
  }

  @Test(
    arguments: [
      ("<p>@Adele;</p>", "<p>\(at(0, "Adele"))</p>", 1),
      ("<p>hi</p><p>@Adele Vance</p>", "<p>hi</p><p>\(at(0, "Adele Vance"))</p>", 1),
      ("<b>@Adele</b>", "<b>\(at(0, "Adele"))</b>", 1),
      ("x<b>@Adele</b>", "x<b>@Adele</b>", 0),
      ("x <b>@Adele</b>", "x <b>\(at(0, "Adele"))</b>", 1),
      ("@Tom &amp; Jerry; &lt;", "\(at(0, "Tom &amp; Jerry")) &lt;", 1),
      ("@Miriam&nbsp;O&#39;Brien x", "\(at(0, "Miriam O&#39;Brien")) x", 1),
      ("<a title=\"see > @Adele; x\">y</a>", "<a title=\"see > @Adele; x\">y</a>", 0),
      ("<code>@Adele;</code> @Adele", "<code>@Adele;</code> \(at(0, "Adele"))", 1),
      ("<pre><code>@Adele</code></pre>", "<pre><code>@Adele</code></pre>", 0),
      ("<at id=\"0\">@Adele</at>", "<at id=\"0\">@Adele</at>", 0),
      ("<!-- @Adele; --> 1 < 2 @Adele", "<!-- @Adele; --> 1 < 2 \(at(0, "Adele"))", 1),
      ("one<br>@Adele", "one<br>\(at(0, "Adele"))", 1),
      ("<p @Adele;", "<p @Adele;", 0),
    ] as [(String, String, Int)])
  func `in HTML tags, code and mentions stay as they are`(
    html: String, wanted: String, count: Int
  ) throws {
    let result = try MentionText(.html(html)).resolved(among: Self.members, of: "the team")
    #expect(result.html == wanted)
    #expect(result.mentions.count == count)
  }

  @Test(
    arguments: [
      (.text("no sign"), false), (.text("mail@contoso.com"), false), (.text("@x"), true),
      (.html("<a b='@x'>"), false), (.html("<code>@x</code>"), false), (.html("<p>@x</p>"), true),
    ] as [(MessageDraft.Content, Bool)])
  func `the members are asked for only where a name may be`(
    content: MessageDraft.Content, may: Bool
  ) {
    #expect(MentionText(content).mayMention == may)
  }
}
