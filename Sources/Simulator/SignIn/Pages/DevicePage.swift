/// The pages on which a person approves a device code.
enum DevicePage {
  private static let action = "/devicelogin"

  /// The page that asks for the code and the account.
  static func entry(userCode: String, account: String, complaint: String?) -> String {
    HTMLPage.framed(
      title: "Enter code",
      HTMLPage.alert(complaint)
        + HTMLPage.form(
          action, remembering: [],
          """
          <p><label>Code displayed on your app or device<br>
          <input name="user_code" value="\(HTMLPage.escaped(userCode))" autocomplete="off" \
          autofocus required></label></p>
          <p><label>Account<br>
          <input name="account" type="text" value="\(HTMLPage.escaped(account))" required>
          </label></p>
          <p><button type="submit">Next</button></p>
          """))
  }

  /// The page that names what the app asks for, and lets the person decide.
  static func consent(
    _ fields: [(String, String)], account: Person, app: String, permissions: [String]
  ) -> String {
    ConsentPage.page(
      action, fields, account: account, app: "\(app) on another device", permissions: permissions)
  }

  static func proof(_ fields: [(String, String)], isRegistered: Bool) -> String {
    SignInPage.proof(action, fields, isRegistered: isRegistered)
  }

  static func done(_ sentence: String) -> String {
    HTMLPage.framed(title: "Done", "<p>\(HTMLPage.escaped(sentence))</p>")
  }
}
