import HTTPTypes

extension SignInDesk {
  /// The page on which an administrator gives an app its permissions for everybody.
  ///
  /// With `scope` it is the younger of the two addresses, which says in its answer what was granted;
  /// without, all that the app has registered is asked for.
  func adminConsent(_ visit: Visit, asked: FormFields, entered: FormFields) async throws -> Answer {
    let client = try client(asked)
    let target = try RedirectTarget(asked, appID: client)
    let action = "/\(visit.authority)/adminconsent"
    let carried = [(FormFields.carrier, asked.text)]
    func accountPage(_ complaint: String?) -> Answer {
      .page(
        SignInPage.account(
          action, carried, known: [], typed: entered["account"] ?? "", complaint: complaint),
        status: complaint == nil ? .ok : .badRequest)
    }
    guard let account = entered["account"] else { return accountPage(nil) }
    guard let person = try await tenant.read({ db in try Person.find(db, account) }) else {
      return accountPage(complaint(aboutUnknown: account))
    }
    guard person.isEnabled else { return accountPage("Your account is disabled. (AADSTS50057)") }
    do {
      let scopes = try ScopeSet(asked["scope"] ?? ".default")
      let fields = carried + [("account", person.upn)]
      if entered["decision"] == "decline" { throw TokenFailure.declinedConsent }
      guard person.isAdministrator else {
        return .page(
          ConsentPage.adminApproval(
            action, fields, app: tenant.profile.appName, permissions: scopes.wanted),
          status: .forbidden)
      }
      guard entered["decision"] == "approve" else {
        return .page(
          ConsentPage.page(
            action, fields, account: person, app: tenant.profile.appName,
            permissions: scopes.wanted, forEverybody: true))
      }
      try await tenant.write { db in
        try Consents.add(db, scopes.wanted, client: client, person: nil)
      }
      let granted = scopes.wanted.map { "https://\(tenant.cloud.graphHost)/\($0)" }
      return target.answer(
        [("admin_consent", "True"), ("tenant", tenant.profile.id)]
          + (asked["scope"] == nil ? [] : [("scope", granted.joined(separator: " "))]))
    } catch let failure as TokenFailure {
      return target.answer(failure, at: tenant.now, beside: [("admin_consent", "True")])
    }
  }
}
