extension Authority {
  /// The page on which an administrator gives an app its permissions for everybody.
  ///
  /// - Parameters:
  ///   - clientID: The app.
  ///   - scopes: The delegated permissions; `nil` for all that the app has registered, which is the only
  ///     way to an app's own.
  ///   - redirect: Where the browser is sent afterwards; one of the app's registered addresses.
  /// - Returns: The address, which holds no secret.
  package func adminConsentAddress(
    clientID: String, scopes: [String]?, redirect: String = "http://localhost"
  ) -> String {
    var form = FormBody(["client_id": clientID])
    form.add("scope", scopes.map { $0.map(named).joined(separator: " ") })
    form.add("redirect_uri", redirect)
    form.add("state", "teamsh")
    let version = scopes == nil ? "" : "v2.0/"
    let query = String(decoding: form.bytes, as: UTF8.self)
    return "\(tenantAddress)/\(version)adminconsent?\(query)"
  }
}
