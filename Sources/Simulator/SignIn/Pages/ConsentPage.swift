/// The pages on which a person, or an administrator for everybody, gives an app its permissions.
enum ConsentPage {
  static func page(
    _ action: String, _ fields: [(String, String)], account: Person, app: String,
    permissions: [String], forEverybody: Bool = false
  ) -> String {
    let items = permissions.map { "<li><code>\(HTMLPage.escaped($0))</code></li>" }.joined()
    let scope =
      forEverybody
      ? "<p>If you accept, this app gets access to the specified resources for all users in your "
        + "organization. No one else will be prompted to review these permissions.</p>" : ""
    return HTMLPage.framed(
      title: "Permissions requested",
      """
      <p>Signed in as <b>\(HTMLPage.escaped(account.displayName))</b> \
      (\(HTMLPage.escaped(account.upn))).</p>
      <p>The app <b>\(HTMLPage.escaped(app))</b> would like to:</p>
      <ul>\(items)</ul>
      \(scope)
      """
        + HTMLPage.form(
          action, remembering: fields,
          "<p>\(HTMLPage.button("Accept", "decision", "approve"))\n"
            + "\(HTMLPage.button("Cancel", "decision", "decline"))</p>"))
  }

  /// What a person sees who may not give what the app asks for.
  static func adminApproval(
    _ action: String, _ fields: [(String, String)], app: String, permissions: [String]
  ) -> String {
    let names = HTMLPage.escaped(permissions.joined(separator: ", "))
    return HTMLPage.framed(
      title: "Need admin approval",
      """
      \(HTMLPage.alert("Need admin approval. (AADSTS90094)"))
      <p><b>\(HTMLPage.escaped(app))</b> needs permission to access resources in your organization \
      that only an admin can grant: \(names).</p>
      """
        + HTMLPage.form(
          action, remembering: fields,
          "<p>"
            + HTMLPage.button(
              "Return to the application without granting consent", "decision", "decline") + "</p>")
    )
  }
}
