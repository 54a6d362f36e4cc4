import Output
import Testing

/// The HTML of messages written anew: as a page without anything that acts, and as Markdown.
struct SafeHTMLTests {
  private static let parts = MessageParts { $0 == "https://graph/1" ? "a b.png" : nil }

  @Test(arguments: [
    ("", ""), ("a & b < c", "<p>a &amp; b &lt; c</p>"), ("<p onclick=\"x()\">a</p>", "<p>a</p>"),
    ("<script>x()</script>a<style>b{}</style>", "<p>a</p>"),
    ("<svg onload=x()><p>a</p></svg>b", "b"),
    ("<iframe src=\"https://x\">a</iframe>b", "b"), ("<form><input value=1>a</form>", "a"),
    (
      "<a href=\"https://a.b/?x=1&y=2\" target=_top>a</a>",
      "<a href=\"https://a.b/?x=1&amp;y=2\" rel=\"noopener noreferrer\">a</a>"
    ),
    ("<a href=\"javascript:x()\">a</a>", "a"), ("<a href=\" jAva\nscript:x()\">a</a>", "a"),
    ("<a href=\"data:text/html,x\">a</a>", "a"), ("<a href=\"//evil.example\">a</a>", "a"),
    ("<a href=\"vbscript:x\">a</a>", "a"), ("<a name=x>a</a>", "a"),
    ("<img src=\"https://graph/1\" onerror=x()>", "<img src=\"a b.png\" alt=\"image\">"),
    ("<img src=\"https://evil/pixel.gif\" alt='\"x'>", "<span class=\"missing\">[&quot;x]</span>"),
    ("<at id=\"0\">Adele</at>", "<span class=\"at\">@Adele</span>"),
    ("<td colspan=\"2\" style=\"x\" rowspan=\"99999\">a</td>", "<td colspan=\"2\">a</td>"),
    (
      "<table><tr><td colspan=\"2\" style=\"x\">a</td></tr></table>",
      "<table><tr><td colspan=\"2\">a</td></tr></table>"
    ),
    ("<b>a<i>b", "<b>a<i>b</i></b>"), ("</div></body></html><b>a</b>", "<b>a</b>"),
    ("<p>&lt;script&gt;x&lt;/script&gt;</p>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
    ("a\u{202E}b", "<p>a&lt;U+202E&gt;b</p>"), ("<emoji alt=\"🙂\"></emoji>", "🙂"),
    ("<custom>a</custom><marquee>b</marquee>", "ab"), ("a<br>b<hr>", "<p>a<br>b</p><hr>"),
    ("<!-- x --><b>z</b>", "<b>z</b>"), ("<math><mi>x</mi></math>y", "y"),
    ("<codeblock><code>a<br>b</code></codeblock>", "<pre><code>a<br>b</code></pre>"),
  ])
  func `of a message stays what shows something`(_ html: String, _ safe: String) {
    #expect(SafeHTML.cleaned(html, parts: Self.parts) == safe)
  }

  @Test func `nesting that would make a browser slow is made flat`() {
    let html = String(repeating: "<div>", count: 5000) + "a"
    let safe = SafeHTML.cleaned(html, parts: Self.parts)
    #expect(safe.contains("a") && safe.count < 2000 + 5000)
    #expect(safe.matches(of: /<div>/).count == safe.matches(of: /<\/div>/).count)
  }

  @Test(arguments: [
    ("", ""), ("<p>a <b>b</b> <i>c</i> <s>d</s> <code>e</code></p>", "a **b** _c_ ~~d~~ `e`"),
    ("a*b_c`d[e]<f>", "a\\*b\\_c\\`d\\[e\\]"), ("2 &lt; 3 | 4", "2 \\< 3 \\| 4"),
    ("<a href=\"https://a.b/x (1)\">plan</a>", "[plan](https://a.b/x%20%281%29)"),
    ("<a href=\"javascript:x()\">plan</a>", "plan"),
    ("<ul><li>one</li><li>two<ol><li>x</li></ol></li></ul>end", "- one\n- two\n  1. x\nend"),
    ("<blockquote>a</blockquote>b", "> a\nb"), ("<h2>a</h2>b", "**a**\nb"),
    ("<pre>a\n  *b*</pre>c", "```\na\n  *b*\n```\nc"),
    ("<img src=\"https://graph/1\">", "![image](a%20b.png)"),
    ("<img src=\"https://x/2\" alt=\"cat\">", "\\[cat\\]"),
    (
      "<table><tr><td>a</td><td>b|c</td></tr><tr><td>1</td><td>2</td></tr></table>d",
      "| a | b\\|c |\n| --- | --- |\n| 1 | 2 |\nd"
    ),
    ("<at id=\"0\">Adele</at> hi", "@Adele hi"), ("<script>x</script>a", "a"),
  ])
  func `a message reads well as Markdown`(_ html: String, _ markdown: String) {
    #expect(MarkdownText.markdown(html, parts: Self.parts) == markdown)
  }

  @Test(arguments: [
    ("# a", "\\# a"), ("1. a", "1\\. a"), ("- a\n+ b", "\\- a  \n\\+ b"), ("a - b", "a - b"),
    ("", ""), ("10) x", "10\\) x"), ("2026", "2026"), ("===", "\\==="),
  ])
  func `text is no markup`(_ text: String, _ escaped: String) {
    #expect(MarkdownText.escaped(text) == escaped)
  }

  @Test func `the pictures of a message are found once each, in order`() {
    let html = "<img src=\"b\"><p><img src=\"a\"><img src=\"b\"><img></p>"
    #expect(MessageParts.pictures(in: html) == ["b", "a"])
  }
}
