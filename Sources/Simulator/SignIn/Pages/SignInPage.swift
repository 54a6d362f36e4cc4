/// The pages on which a person says who they are.
enum SignInPage {
  /// The page that asks for the account, after those that the browser already knows.
  static func account(
    _ action: String, _ fields: [(String, String)], known: [String], typed: String,
    complaint: String?
  ) -> String {
    let choices = known.map { upn in
      HTMLPage.form(action, remembering: fields, "<p>\(HTMLPage.button(upn, "account", upn))</p>")
    }
    return HTMLPage.framed(
      title: known.isEmpty ? "Sign in" : "Pick an account",
      HTMLPage.alert(complaint) + choices.joined()
        + HTMLPage.form(
          action, remembering: fields,
          """
          <p><label>\(known.isEmpty ? "Account" : "Use another account")<br>
          <input name="account" type="text" value="\(HTMLPage.escaped(typed))" autofocus required>
          </label></p>
          <p><button type="submit">Next</button></p>
          """))
  }

  /// The page that asks for a second factor, or first for one to be set up.
  static func proof(
    _ action: String, _ fields: [(String, String)], isRegistered: Bool
  ) -> String {
    let (title, sentence, label) =
      isRegistered
      ? (
        "Approve sign in request", "Approve the request on your Authenticator app.", "Approve"
      )
      : (
        "More information required",
        "Your organization needs more information to keep your account secure. "
          + "Set up the Authenticator app.", "Set up"
      )
    return HTMLPage.framed(
      title: title,
      "<p>\(sentence)</p>"
        + HTMLPage.form(
          action, remembering: fields, "<p>\(HTMLPage.button(label, "proof", "approve"))</p>"))
  }

  /// What is left to show when there is no trusted address to send the browser back to.
  static func failure(_ description: String) -> String {
    HTMLPage.framed(
      title: "Sign in",
      "<p>Sorry, but we're having trouble signing you in.</p>\(HTMLPage.alert(description))")
  }

  /// A form that carries the outcome to the app; a browser without scripts shows its button.
  static func posting(to address: String, _ fields: [(String, String)]) -> String {
    HTMLPage.framed(
      title: "Working...",
      HTMLPage.form(
        address, remembering: fields, "<p><button type=\"submit\">Continue</button></p>")
        + "<script>document.forms[0].submit()</script>")
  }
}
