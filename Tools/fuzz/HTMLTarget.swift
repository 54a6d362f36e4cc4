import Output

/// The HTML of messages: text comes out, and nothing in it acts on a terminal once made visible.
struct HTMLTarget: FuzzTarget {
  let name = "html"

  private static let parts = [
    "<p>", "</p>", "<div", ">", "<at id=\"0\">", "</at>", "<a href=\"https://x/\">", "</a>",
    "<ul><li>",
    "</ul>", "<table><tr><td>", "</td>", "<pre>", "<blockquote>", "<br/>", "<img src=x alt='y'>",
    "&amp;",
    "&#x1F600;", "&#0;", "&#27;", "&lt", "&", "<!--", "-->", "<![CDATA[", "]]>", "<?xml ?>",
    "<script>",
    "</script>", "<style>", "<attachment id=\"1\"></attachment>", "text ", "\n", "\u{1B}[31m",
    "\u{0}",
    "\u{202E}", "<", "</", "\"", "'", "=", "<p><b><i><u>",
  ]

  func brokenRule(with random: inout SplitMix) -> String? {
    let html = random.text(of: Self.parts, upTo: 30)
    let text = HTMLText.plain(html)
    // A link's address or a list's marks may come on top of what was there, never many times it.
    guard text.utf8.count <= 32 * html.utf8.count + 64 else {
      return "\(html.utf8.count) bytes became \(text.utf8.count): \(html.debugDescription)"
    }
    return Harm.rule(in: HostileText.visibleLines(text), lines: true).map {
      "\($0) of \(html.debugDescription)"
    }
  }
}

/// What may never reach a terminal.
enum Harm {
  static func rule(in text: String, lines: Bool) -> String? {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A: if !lines { return "a line break or tab" }
      case 0..<0x20, 0x7F..<0xA0: return "a control"
      case 0x202A...0x202E, 0x2066...0x2069: return "a control of direction"
      default: break
      }
    }
    return nil
  }
}
