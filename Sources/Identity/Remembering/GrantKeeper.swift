package import FoundationEssentials

/// Keeps one account's newest refresh token in a store, for this program and the user's others.
package struct GrantKeeper: Sendable {
  private let store: any TokenStore
  private let realm: SignInRealm
  private let account: String
  private let scopes: [String]
  private let now: @Sendable () -> Date

  package init(
    store: any TokenStore, realm: SignInRealm, account: String, scopes: [String],
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.store = store
    self.realm = realm
    self.account = account
    self.scopes = scopes
    self.now = now
  }

  /// Begins to keep the account's sign-in.
  package func begin(with token: Secret) throws(TokenStoreError) {
    try store.keep(
      RememberedSignIn(
        account: account, refreshToken: token, scopes: scopes, renewedAt: now()), in: realm)
  }

  /// Keeps what a renewal brought, unless the account was signed out meanwhile, here or elsewhere.
  ///
  /// A store that fails now takes nothing from this session, and the next one asks for a sign-in.
  func keep(_ token: Secret) {
    guard held != nil else { return }
    try? begin(with: token)
  }

  /// The refresh token that the store holds.
  func reload() -> Secret? { held?.refreshToken }

  private var held: RememberedSignIn? {
    guard let all = try? store.signIns(in: realm) else { return nil }
    return all.first { $0.account.lowercased() == account.lowercased() }
  }
}
