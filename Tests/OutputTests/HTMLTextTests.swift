import Output
import TestSupport
import Testing

@Test(arguments: [
  ("", ""), ("plain", "plain"), ("a  b\n c", "a b c"), ("<p>a</p><p>b</p>", "a\nb"),
  ("<p>a</p><p>&nbsp;</p><p>b<br>c<br/></p>", "a\n\nb\nc"), ("a<br><br><br><br>b", "a\n\nb"),
  ("&lt;b&gt; &amp; &copy; &#x1F389; &unknown;", "<b> & © 🎉 &unknown;"),
  ("<div>Hi <at id=\"0\">Adele Vance</at>!</div>", "Hi @Adele Vance!"), ("<at>@all</at>", "@all"),
  ("<a href=\"https://a.b/c\">plan</a>", "plan (https://a.b/c)"),
  ("<a href=\"https://a.b/\">a.b</a>", "a.b"), ("<a href=\"mailto:x@y.z\">x@y.z</a>", "x@y.z"),
  ("<a href=\"https://a.b\"></a>", "https://a.b"),
  ("<ul><li>one</li><li>two<ol><li>x</li></ol></li></ul>end", "- one\n- two\n  1. x\nend"),
  ("<ol start=\"9\"><li>a<p>b</p></li><li>c</li></ol>", "9. a\n   b\n10. c"),
  ("<blockquote><p>a</p><p>b</p></blockquote><p>c</p>", "> a\n> b\nc"),
  (
    "<codeblock><code>if x {<br>&nbsp;&nbsp;y()<br>}</code></codeblock>",
    "    if x {\n      y()\n    }"
  ),
  ("<pre>a\n  b</pre>", "    a\n      b"), ("run <code>ls</code>", "run `ls`"),
  ("<emoji id=\"smile\" alt=\"🙂\" title=\"Smile\"></emoji>", "🙂"),
  ("<img itemtype=\"http://schema.skype.com/Emoji\" alt=\"😊\">", "😊"),
  ("<img src=\"x\">", "[image]"),
  ("<p>a</p><attachment id=\"1\"></attachment>", "a\n[attachment]"),
  (
    "<table><tr><td><p>a</p></td><td>b<br>c</td></tr><tr><th>1</th><th>2</th></tr></table>d",
    "a | b c\n1 | 2\nd"
  ),
  ("<script>evil()</script>ok<style>x{}</style>", "ok"), ("a<hr>b", "a\n---\nb"),
  ("<systemEventMessage/>", ""), ("x\0y", "xy"), ("<b>unclosed <i>tags", "unclosed tags"),
])
func `a message is read as Teams shows it`(html: String, expected: String) {
  #expect(HTMLText.plain(html) == expected)
}

@Test(arguments: [
  "div", "b", "blockquote", "ul><li", "ol><li", "table><tr><td", "a href='x'", "at", "pre",
])
func `deep nesting is read and costs no stack`(tag: String) {
  let html = String(repeating: "<\(tag)>", count: 2_000) + "deep"
  #expect(HTMLText.plain(html).contains("deep"))
  _ = HTMLText.plain(String(repeating: "<\(tag)>", count: 10_000))
}

@Test func `garbage of any kind ends in text`() {
  var generator = SeededGenerator(seed: 7)
  let pieces = [
    "<", ">", "</", "/>", "&", "&#", ";", "\"", "'", "=", "<a href=", "<td>", "</tr>", "<li>",
    "</ul>",
    "<pre>", "</pre>", "</code>", "</a>", "</blockquote>", "<!--", "-->", "<![CDATA[", "é",
    "\u{FFFD}",
    "\0", "\u{1B}", "x", " ",
  ]
  for _ in 0..<500 {
    let html = (0..<60).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
    #expect(!HTMLText.plain(html).contains("\0"))
  }
}
