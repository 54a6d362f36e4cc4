import Testing

@testable import Simulator

/// The text of activities as HTML.
struct TeamsMarkdownTests {
  @Test(arguments: [
    ("plain", "plain"), ("a < b & c", "a &lt; b &amp; c"),
    ("**b** *i* _i_", "<strong>b</strong> <em>i</em> <em>i</em>"),
    ("2 * 3 * 4", "2 * 3 * 4"), ("~~no~~", "<s>no</s>"), ("`<b>`", "<code>&lt;b&gt;</code>"),
    ("[t](https://a/b?c=1)", "<a href=\"https://a/b?c=1\">t</a>"),
    ("[t](javascript:x)", "[t](javascript:x)"), ("one\n\ntwo", "<p>one</p><p>two</p>"),
    ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"), ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
    ("## T", "<h2>T</h2>"), ("<b>x</b><br/>", "<b>x</b><br/>"), ("<img src=x>", "&lt;img src=x>"),
    ("<a href=\"https://a/\">x</a>", "<a href=\"https://a/\">x</a>"),
    ("<b onclick=x>", "&lt;b onclick=x>"), ("&lt;", "&lt;"), ("a`b", "a`b"), ("", ""),
  ])
  func `text becomes HTML, and nothing dangerous with it`(_ text: String, _ html: String) {
    #expect(TeamsMarkdown.html(text) == html)
  }
}
