import HTTPTypes

extension SignInDesk {
  /// One step of a sign-in in a browser: shows the next page, or sends the browser back to the app.
  ///
  /// Nothing is remembered between the steps but the browser's session: each form carries what the
  /// app asked for, and what the person has entered so far: `account`, `proof`, `decision`.
  func authorize(_ visit: Visit, asked: FormFields, entered: FormFields) async throws -> Answer {
    let client = try client(asked)
    let target = try RedirectTarget(asked, appID: client)
    do {
      let request = try AuthorizeRequest(asked, client: client, target: target)
      let step = AuthorizeStep(
        request: request, entered: entered, carried: asked.text,
        action: "/\(visit.authority)/login")
      return try await admit(step, visit)
    } catch let failure as TokenFailure {
      return target.answer(failure, at: tenant.now)
    }
  }

  /// Finds out who the person is, and whether the tenant lets them in.
  private func admit(_ step: AuthorizeStep, _ visit: Visit) async throws -> Answer {
    let session = try await tenant.read { db in try BrowserSession.find(db, visit.headers) }
    guard let account = step.account(session) else {
      guard step.request.prompt != Prompt.none else { throw TokenFailure.noSession }
      return step.accountPage(session, complaint: nil)
    }
    guard let person = try await tenant.read({ db in try Person.find(db, account) }) else {
      return step.accountPage(session, complaint: complaint(aboutUnknown: account))
    }
    guard person.isEnabled else {
      return step.accountPage(session, complaint: "Your account has been locked. (AADSTS50057)")
    }
    let own = session.flatMap { $0.person.id == person.id && !step.isFresh ? $0 : nil }
    let isStrong = own?.isStrong == true || step.entered["proof"] != nil
    switch try await admission(
      of: person, to: step.request.client, contexts: step.request.claims.contexts,
      isStrong: isStrong, byDevice: false)
    {
    case .admitted: break
    case .refused(let failure):
      guard step.request.prompt != Prompt.none else { throw failure }
      return .page(
        SignInPage.failure(failure.description(at: tenant.now)), status: .forbidden)
    case .needsProof(let failure, let isRegistered):
      guard step.request.prompt != Prompt.none else { throw failure }
      return step.proofPage(person, isRegistered: isRegistered)
    }
    let now = tenant.now
    if step.entered["proof"] != nil {
      try await tenant.write { db in try StrongMethods.register(db, person) }
    }
    let signIn = SignIn(
      person: person, client: step.request.client, at: own?.at ?? now, isStrong: isStrong)
    return try await finish(step, signIn, own)
  }

  /// Asks for consent where it is missing, and sends the code.
  private func finish(
    _ step: AuthorizeStep, _ signIn: SignIn, _ session: BrowserSession?
  ) async throws -> Answer {
    let request = step.request
    let ungranted = try await ungranted(request.scopes, signIn)
    if !ungranted.permissions.isEmpty || request.prompt == .consent {
      guard request.prompt != Prompt.none else {
        throw TokenFailure.noConsent(request.client, error: "interaction_required")
      }
      switch step.entered["decision"] {
      case "approve":
        guard signIn.person.isAdministrator || ungranted.restricted.isEmpty else {
          return step.adminApprovalPage(ungranted.restricted, tenant.profile)
        }
        try await tenant.write { db in
          try Consents.add(
            db, ungranted.permissions, client: request.client, person: signIn.person.id)
        }
      case "decline": throw TokenFailure.declinedConsent
      default:
        return signIn.person.isAdministrator || ungranted.restricted.isEmpty
          ? step.consentPage(signIn.person, tenant.profile)
          : step.adminApprovalPage(ungranted.restricted, tenant.profile)
      }
    }
    let now = tenant.now
    let (code, kept) = try await tenant.write { db in
      let kept =
        try session.flatMap { $0.isStrong == signIn.isStrong ? $0 : nil }
        ?? BrowserSession.begin(db, signIn.person, isStrong: signIn.isStrong, at: signIn.at)
      return (try AuthorizationCode.issue(db, for: signIn, request, at: now), kept)
    }
    var answer = request.target.answer([
      ("code", code), ("session_state", Secrets.sessionState(of: kept.token)),
    ])
    answer.headers[.setCookie] =
      "\(BrowserSession.cookie)=\(kept.token); Path=/; HttpOnly; SameSite=Lax"
    return answer
  }

  /// Ends the browser's session, and goes where the app says if that is an address of the app.
  func signOut(_ visit: Visit) async throws -> Answer {
    try await tenant.write { db in
      if let session = try BrowserSession.find(db, visit.headers) {
        try BrowserSession.end(db, token: session.token)
      }
    }
    let next = visit.query["post_logout_redirect_uri"].flatMap(RedirectURI.registration)
    var answer =
      next.map { Answer.redirect(to: $0.address) }
      ?? .page(HTMLPage.framed(title: "Sign out", "<p>You signed out of your account.</p>"))
    answer.headers[.setCookie] = "\(BrowserSession.cookie)=; Path=/; Max-Age=0"
    return answer
  }

  private typealias Prompt = AuthorizeRequest.Prompt
}
