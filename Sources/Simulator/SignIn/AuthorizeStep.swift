import HTTPTypes

/// One step of a sign-in in a browser, and the pages that can follow it.
struct AuthorizeStep: Sendable {
  let request: AuthorizeRequest
  /// What the person has entered so far.
  let entered: FormFields
  /// What the app asked for, as one text that forms carry along.
  let carried: String
  let action: String

  /// Whether a session of the browser does not count.
  var isFresh: Bool { request.prompt == .login }

  /// Whose account it is, once that is known: as entered, else that of the session.
  func account(_ session: BrowserSession?) -> String? {
    if let account = entered["account"] { return account }
    guard let session, !isFresh, request.prompt != .selectAccount else { return nil }
    if let hint = request.hint, hint.lowercased() != session.person.upn.lowercased() { return nil }
    return session.person.upn
  }

  private func fields(_ more: [(String, String)]) -> [(String, String)] {
    [(FormFields.carrier, carried)] + more
  }

  private func remembered(_ person: Person) -> [(String, String)] {
    let proof = entered["proof"].map { [("proof", $0)] } ?? []
    return fields([("account", person.upn)] + proof)
  }

  func accountPage(_ session: BrowserSession?, complaint: String?) -> Answer {
    .page(
      SignInPage.account(
        action, fields([]), known: session.map { [$0.person.upn] } ?? [],
        typed: entered["account"] ?? request.hint ?? "", complaint: complaint),
      status: complaint == nil ? .ok : .badRequest)
  }

  func proofPage(_ person: Person, isRegistered: Bool) -> Answer {
    .page(
      SignInPage.proof(action, fields([("account", person.upn)]), isRegistered: isRegistered))
  }

  func consentPage(_ person: Person, _ profile: TenantProfile) -> Answer {
    .page(
      ConsentPage.page(
        action, remembered(person), account: person, app: profile.appName,
        permissions: request.scopes.wanted))
  }

  func adminApprovalPage(_ permissions: [String], _ profile: TenantProfile) -> Answer {
    .page(
      ConsentPage.adminApproval(
        action, fields(entered["account"].map { [("account", $0)] } ?? []), app: profile.appName,
        permissions: permissions),
      status: .forbidden)
  }
}
