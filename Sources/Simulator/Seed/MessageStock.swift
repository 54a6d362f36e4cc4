/// What people in the company say, and everything that is awkward to show.
enum MessageStock {
  static let sentences = [
    "Good morning everyone!", "The build is green again.", "Can somebody look at the printer?",
    "Moved the meeting to Thursday.", "Thanks, that worked.", "Who owns this dashboard?",
    "Deployed to production 🚀", "Lunch at noon?", "I'll be out on Friday.",
    "Das Protokoll liegt im Ordner.", "会議は三時からです。", "请查看附件。",
    "تم الانتهاء من التقرير", "הישיבה נדחתה למחר", "Отчёт готов, проверьте пожалуйста.",
    "कृपया इसे देखें।", "Ça marche !", "¿Alguien tiene el enlace?", "LGTM 👍🏽",
    "See the incident notes.", "Password reset is done.", "Please restart the VPN client.",
    "New laptops arrive on Monday.", "Zażółć gęślą jaźń", "👨‍👩‍👧‍👦 family day is on Saturday",
  ]

  static let rich = [
    "<p>The plan:</p><ul><li>check <b>backups</b></li><li>rotate keys</li></ul>",
    "<p>See <a href=\"https://contoso.com/wiki?a=1&amp;b=2\">the wiki</a> &mdash; it&apos;s new.</p>",
    "<div>Run this:<br><codeblock><code>ls -la | grep &quot;tmp&quot;</code></codeblock></div>",
    "<p>Nice <emoji id=\"laugh\" alt=\"😆\" title=\"Laugh\"></emoji> work</p>",
    "<table><tbody><tr><td>Server</td><td>State</td></tr>"
      + "<tr><td>web-1</td><td>up</td></tr></tbody></table>",
    "<blockquote>It works on my machine.</blockquote><p>Then we ship your machine.</p>",
  ]

  /// Text that would move a cursor, hide itself, or turn a line around.
  static let hostile = [
    "\u{1B}[2J\u{1B}[1;1HYou have been \u{1B}[31mhacked\u{1B}[0m", "invoice\u{202E}fdp.exe",
    "bell\u{07}\u{08}\u{08}\u{08}\u{08} title\u{1B}]0;owned\u{07}",
    "zero\u{200B}width\u{2066}iso\u{2069}",
    "=HYPERLINK(\"http://evil.example\",\"click\")",
    "<p>&lt;script&gt;alert(1)&lt;/script&gt; \u{1B}[8mhidden\u{1B}[28m</p>",
  ]

  /// A chart of three columns, sixteen pixels wide, in Base64.
  static let picture =
    "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAMAAAAoLQ9TAAAABlBMVEX///9GR3W+gn59AAAAHUlEQVR42mNgoB5gZCRN"
    + "AMgjSgBJjKAAIxyQZwYAFDwAPUSzJtgAAAAASUVORK5CYII="

  static let card =
    #"{"type":"AdaptiveCard","version":"1.4","body":[{"type":"TextBlock","#
    + #""text":"Ticket 4711 needs approval","weight":"Bolder"}],"actions":[{"type":"#
    + #""Action.OpenUrl","title":"Open","url":"https://contoso.com/tickets/4711"}]}"#
}
