import Foundation
package import Identity

/// Sign-ins that outlive a session.
extension SignIn {
  /// Takes up a sign-in that was remembered: of the account named here or by the profile, or else the newest.
  ///
  /// One that is no longer good is forgotten, and said. A store that cannot be read holds none.
  package func remembered(_ account: String? = nil) async throws -> SignedIn? {
    guard let kept = rememberedSignIns(account ?? configuration.profile.account).first else {
      return nil
    }
    do {
      return try await withoutRefused(kept.scopes) { scopes in
        let tokens = RenewingTokenProvider(
          try refreshFlow(scopes), refreshToken: kept.refreshToken,
          keeper: try keeper(of: kept.account, scopes: scopes))
        return try await adopt(tokens, kind: .person, isRemembered: true)
      }
    } catch let error as IdentityError
      where [.refreshExpired, .interactionRequired, .consentRequired].contains(error.code)
    {
      workspace.remember(unmetClaims: error.claims)
      try? workspace.tokenStore.forget(kept.account, in: try realm())
      workspace.tell("The remembered sign-in of \(kept.account) is no longer good.")
      return nil
    }
  }

  /// The accounts that are remembered for this tenant and app, the newest first.
  package func rememberedAccounts() -> [String] {
    rememberedSignIns(nil).map(\.account)
  }

  /// Forgets what is remembered of one account, or of all.
  ///
  /// - Returns: The accounts that were there.
  package func forgetRemembered(_ account: String? = nil) throws -> [String] {
    let accounts = rememberedSignIns(account).map(\.account)
    for account in accounts { try workspace.tokenStore.forget(account, in: try realm()) }
    return accounts
  }

  /// Begins to remember; what the store refuses is said, and stays in memory only.
  func remember(_ grant: TokenGrant, scopes: [String]) throws -> GrantKeeper? {
    let claims = grant.accessToken.claims
    guard let token = grant.refreshToken,
      let account = claims.userPrincipalName ?? claims.objectID
    else {
      workspace.tell("The sign-in service gave nothing that could be remembered.")
      return nil
    }
    let keeper = try keeper(of: account, scopes: scopes)
    do throws(TokenStoreError) {
      try keeper.begin(with: token)
      return keeper
    } catch {
      workspace.tell(
        "The keyring refused the sign-in: \(error.reason). It is kept in memory, until this shell ends."
      )
      return nil
    }
  }

  func refreshFlow(_ scopes: [String]) throws -> RefreshFlow {
    RefreshFlow(
      authority: try configuration.authority(), clientID: try clientID(), scopes: scopes,
      transport: workspace.transport)
  }

  /// How many sign-ins the keyring remembers here, or why it does not; `nil` where it cannot be asked.
  package var keyring: Result<Int, TokenStoreError>? {
    guard let realm = try? realm() else { return nil }
    do throws(TokenStoreError) {
      return .success(try workspace.tokenStore.signIns(in: realm).count)
    } catch {
      return .failure(error)
    }
  }

  private func rememberedSignIns(_ account: String?) -> [RememberedSignIn] {
    guard let realm = try? realm(),
      let all = try? workspace.tokenStore.signIns(in: realm)
    else { return [] }
    guard let account = account?.lowercased() else { return all }
    return all.filter { $0.account.lowercased() == account }
  }

  private func keeper(of account: String, scopes: [String]) throws -> GrantKeeper {
    GrantKeeper(
      store: workspace.tokenStore, realm: try realm(), account: account, scopes: scopes,
      now: workspace.now)
  }

  private func realm() throws -> SignInRealm {
    SignInRealm(try configuration.authority(), clientID: try clientID())
  }
}
