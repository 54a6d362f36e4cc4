/// Keeps sign-ins between one start and the next.
package protocol TokenStore: Sendable {
  /// The sign-ins that are good in a realm, the newest first.
  func signIns(in realm: SignInRealm) throws(TokenStoreError) -> [RememberedSignIn]

  /// Keeps a sign-in in the place of the same account's earlier one.
  func keep(_ signIn: RememberedSignIn, in realm: SignInRealm) throws(TokenStoreError)

  /// Forgets an account's sign-in; one that is not there is forgotten already.
  func forget(_ account: String, in realm: SignInRealm) throws(TokenStoreError)
}

/// Why a store did not do its work.
package struct TokenStoreError: Error, Sendable, Hashable {
  /// What the system said.
  package let reason: String

  package init(reason: String) {
    self.reason = reason
  }
}
