/// The pages on which a person approves a device code, in plain HTML without scripts.
enum DevicePage {
  /// The page that asks for the code and the account.
  static func entry(userCode: String, account: String, complaint: String?) -> String {
    page(
      title: "Enter code",
      """
      \(complaint.map { "<p role=\"alert\" class=\"error\">\(escaped($0))</p>" } ?? "")
      <form method="post" action="/devicelogin">
      <p><label>Code displayed on your app or device<br>
      <input name="user_code" value="\(escaped(userCode))" autocomplete="off" autofocus required>
      </label></p>
      <p><label>Account<br>
      <input name="account" type="text" value="\(escaped(account))" required></label></p>
      <p><button type="submit">Next</button></p>
      </form>
      """)
  }

  /// The page that names what the app asks for, and lets the person decide.
  static func consent(
    userCode: String, account: Person, app: String, permissions: [String]
  ) -> String {
    let items = permissions.map { "<li><code>\(escaped($0))</code></li>" }.joined()
    return page(
      title: "Permissions requested",
      """
      <p>Signed in as <b>\(escaped(account.displayName))</b> (\(escaped(account.upn))).</p>
      <p>The app <b>\(escaped(app))</b> on another device would like to:</p>
      <ul>\(items)</ul>
      <form method="post" action="/devicelogin">
      <input type="hidden" name="user_code" value="\(escaped(userCode))">
      <input type="hidden" name="account" value="\(escaped(account.upn))">
      <p><button type="submit" name="decision" value="approve">Accept</button>
      <button type="submit" name="decision" value="decline">Cancel</button></p>
      </form>
      """)
  }

  static func done(_ sentence: String) -> String {
    page(title: "Done", "<p>\(escaped(sentence))</p>")
  }

  private static func page(title: String, _ body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>\(title) - Contoso</title>
    <style>body{font:16px sans-serif;max-width:28em;margin:3em auto;padding:0 1em}
    input{font:inherit;width:100%;padding:.3em}button{font:inherit;padding:.4em 1em}
    .error{color:#a80000}</style></head>
    <body><main><h1>\(title)</h1>
    \(body)
    </main></body></html>
    """
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
