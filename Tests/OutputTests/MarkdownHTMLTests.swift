import Output
import Testing

/// Markdown, and the HTML that a message gets.
struct MarkdownHTMLTests {
  @Test(
    arguments: [
      ("**bold** and *slanted*", "<p><strong>bold</strong> and <em>slanted</em></p>"),
      ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
      ("# Title", "<h1>Title</h1>"),
      ("`a < b`", "<p><code>a &lt; b</code></p>"),
      (
        "[x](https://contoso.com/?a=1&b=2)",
        "<p><a href=\"https://contoso.com/?a=1&amp;b=2\">x</a></p>"
      ),
      ("[x](javascript:alert)", "<p><a href=\"\">x</a></p>"),
      ("a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>"),
      ("<script>\nx & y\n</script>", "<p>&lt;script&gt;\nx &amp; y\n&lt;/script&gt;\n</p>"),
      ("", ""), ("\u{1F600} \u{0}", "<p>\u{1F600} \u{FFFD}</p>"),
    ])
  func `it is what CommonMark says, and HTML in it is only text`(markdown: String, html: String) {
    #expect(MarkdownHTML.html(markdown) == html)
  }
}
