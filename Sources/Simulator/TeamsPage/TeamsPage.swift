import HTTPTypes

/// The page on which a person talks to the bot.
enum TeamsPage {
  /// The page; only its own script runs, and it speaks to this tenant alone.
  static func answer() -> Answer {
    let nonce = Secrets.text(length: 24)
    var answer = Answer.page(
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>Teams - Contoso</title>
      <style nonce="\(nonce)">\(style)</style></head>
      <body>
      <header><label>I am <input id="search" placeholder="Search people"></label>
      <select id="person" aria-label="Person"></select></header>
      <main><nav id="places" aria-label="Conversations"></nav>
      <section><ol id="messages"></ol><p id="notice" role="status"></p>
      <form id="composer"><label id="mentioning"><input id="mention" type="checkbox" checked>
      @<span id="bot"></span></label>
      <span id="replying" hidden>Reply <button type="button" id="cancel">x</button></span>
      <textarea id="text" rows="2" placeholder="Type a message"></textarea>
      <button id="send">Send</button></form></section></main>
      <script nonce="\(nonce)">\(script)\(cardScript)</script>
      </body></html>
      """)
    answer.headers[.contentSecurityPolicy] =
      "default-src 'none'; style-src 'nonce-\(nonce)'; script-src 'nonce-\(nonce)'; "
      + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    return answer
  }

  private static let style = """
    body{font:15px sans-serif;margin:0;display:flex;flex-direction:column;height:100vh}
    header{padding:.5em 1em;background:#4b53bc;color:#fff}
    main{display:flex;flex:1;min-height:0}nav{width:17em;overflow:auto;border-right:1px solid #ccc}
    nav button{display:block;width:100%;border:0;background:none;text-align:left;padding:.5em 1em}
    nav button[aria-current]{background:#e8e9fa;font-weight:bold}.quiet{color:#888}
    section{flex:1;display:flex;flex-direction:column;padding:0 1em;min-width:0}
    ol{flex:1;overflow:auto;list-style:none;padding:0}
    li{margin:.6em 0;padding:.4em .7em;border-radius:6px;background:#f3f2f1;overflow-wrap:anywhere}
    li.bot{background:#e8e9fa}li.reply{margin-left:2.5em}li p{margin:.2em 0;white-space:pre-wrap}
    .card{border:1px solid #bbb;border-radius:6px;background:#fff;padding:.6em;margin:.4em 0}
    .columns{display:flex;gap:1em}dl{display:grid;grid-template-columns:auto 1fr;gap:.1em 1em}
    dt{font-weight:bold}dd{margin:0}.bolder{font-weight:bold}.large{font-size:1.3em}
    .attention{color:#a80000}.good{color:#107c10}.warning{color:#8a5700}.accent{color:#4b53bc}
    form{display:flex;gap:.5em;align-items:center;padding:.6em 0}textarea{flex:1;font:inherit}
    .actions,.tools{display:flex;gap:.4em;flex-wrap:wrap}label input,label select{margin:0 .4em}
    #notice{color:#a80000;min-height:1em;margin:.2em 0}
    """
}
