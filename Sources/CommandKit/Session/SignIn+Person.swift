import Foundation
package import Identity

/// How a person signs in, who is asked by a notice at the prompt.
extension SignIn {
  /// What is asked of a sign-in; what is left out goes by the profile.
  package struct Wishes: Sendable {
    /// The permissions; without any those of the profile, or of the commands that need no admin's consent.
    package var scopes: [String]?
    /// Who is to sign in.
    package var account: String?
    /// Whether the next start of this shell is to find it, too.
    package var isRemembered = false

    package init(scopes: [String]? = nil, account: String? = nil, isRemembered: Bool = false) {
      self.scopes = scopes
      self.account = account
      self.isRemembered = isRemembered
    }
  }

  /// How long a person has to sign in through the browser.
  private static let patience = Duration.seconds(600)

  /// Shows where to enter which code, and waits until it was entered.
  ///
  /// Something else may show the code instead of the notice.
  package func deviceCode(
    _ wishes: Wishes = Wishes(),
    show: (@Sendable (DeviceAuthorization) async throws -> Void)? = nil
  ) async throws -> SignedIn {
    let flow = DeviceCodeFlow(
      authority: try configuration.authority(), clientID: try clientID(),
      transport: workspace.transport)
    return try await signedIn(wishes) { scopes in
      let claims = await workspace.unmetClaims
      let authorization = try await flow.begin(scopes: scopes)
      if let show {
        try await show(authorization)
      } else {
        workspace.tell(
          "To sign in, open \(authorization.verificationAddress) and enter the code "
            + "\(authorization.userCode). Ctrl-C to give up.")
      }
      return try await flow.wait(for: authorization, meeting: claims)
    }
  }

  /// Opens the sign-in page in a browser of this machine, which is sent back here with a code.
  package func browser(_ wishes: Wishes = Wishes()) async throws -> SignedIn {
    let flow = try codeFlow()
    return try await signedIn(wishes) { scopes in
      // The port is open before the browser is: a browser that is signed in comes back at once.
      let listener = try LoopbackListener()
      let request = flow.begin(
        scopes: scopes, redirect: listener.redirect, account: account(wishes),
        meeting: await workspace.unmetClaims)
      workspace.tell(
        "To sign in, go on in your browser. If it shows nothing, open this address in it:\n"
          + "\(request.address)\nCtrl-C to give up.")
      do throws(BrowserError) {
        try await workspace.browser?.open(request.address)
      } catch {
        workspace.tell("No browser could be started: \(error.reason).")
      }
      let code = try await listener.code(of: request, within: Self.patience)
      return try await flow.redeem(code, of: request)
    }
  }

  /// Shows the address of the sign-in page, and has the address pasted that a browser anywhere ends at.
  package func pasted(_ wishes: Wishes = Wishes()) async throws -> SignedIn {
    guard let questioner = workspace.questioner else { throw CommandError(.nobodyToAsk) }
    let flow = try codeFlow()
    return try await signedIn(wishes) { scopes in
      let request = flow.begin(
        scopes: scopes, redirect: "http://localhost", account: account(wishes),
        meeting: await workspace.unmetClaims)
      workspace.tell(
        "Open this address in a browser, on any machine:\n\(request.address)\n"
          + "After the sign-in the browser shows a page that cannot be reached.")
      let answer = await questioner.ask("Paste that page's address here: ")
      guard let answer else { throw IdentityError(code: .cancelled) }
      return try await flow.redeem(try request.code(pasted: answer), of: request)
    }
  }

  /// The page on which an administrator consents for everybody; without scopes to all that is registered.
  package func adminConsentAddress(_ scopes: [String]?) throws -> String {
    let authority = try configuration.authority()
    // Consent is given in one tenant: the one of the sign-in, where the profile names none in particular.
    let tenant = workspace.tenantID ?? authority.tenant
    return Authority(
      loginRoot: authority.loginRoot, tenant: tenant, graphRoot: authority.graphRoot
    ).adminConsentAddress(clientID: try clientID(), scopes: scopes)
  }

  private func codeFlow() throws -> AuthorizationCodeFlow {
    AuthorizationCodeFlow(
      authority: try configuration.authority(), clientID: try clientID(),
      transport: workspace.transport)
  }

  private func account(_ wishes: Wishes) -> String? {
    wishes.account ?? configuration.profile.account
  }

  /// Signs in by a flow that asks for scopes; for what was kept of them and is refused, once more without.
  private func signedIn(
    _ wishes: Wishes, _ flow: ([String]) async throws -> TokenGrant
  ) async throws -> SignedIn {
    if let scopes = wishes.scopes {
      return try await adopt(try await flow(scopes), scopes: scopes, wishes)
    }
    return try await withoutRefused(allScopes) { scopes in
      try await adopt(try await flow(scopes), scopes: scopes, wishes)
    }
  }

  private func adopt(
    _ grant: TokenGrant, scopes: [String], _ wishes: Wishes
  ) async throws -> SignedIn {
    let keeper = wishes.isRemembered ? try remember(grant, scopes: scopes) : nil
    return try await adopt(
      RenewingTokenProvider(try refreshFlow(scopes), grant: grant, keeper: keeper), kind: .person,
      isRemembered: keeper != nil)
  }
}

extension Catalog {
  /// The scopes of a first sign-in: those of the reading commands that need no admin's consent.
  package var firstScopes: [String] {
    let scopes = entries.filter { $0.type.effect == .reads }
      .flatMap {
        $0.type.permissions.always(of: .person)
      }
    let lookups =
      TeamReference.permissions.person + ChannelReference.permissions.person
      + PersonReference.permissions.person + ChatReference.permissions.person
    return Permissions.unique(["User.Read"] + lookups + scopes)
      .filter { !PermissionName.needsAdministrator($0) }
  }
}
