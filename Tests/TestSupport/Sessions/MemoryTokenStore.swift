package import Identity

import Synchronization

/// Keeps sign-ins for one test; or refuses to, as a kernel without keyrings does.
package final class MemoryTokenStore: TokenStore {
  private let kept = Mutex<[SignInRealm: [RememberedSignIn]]>([:])
  private let refusal: String?

  /// A store that refuses gives this reason for everything that is asked of it.
  package init(refusal: String? = nil) {
    self.refusal = refusal
  }

  /// Everything that is kept, wherever it is good.
  package var all: [RememberedSignIn] { kept.withLock { $0.values.flatMap { $0 } } }

  package func signIns(in realm: SignInRealm) throws(TokenStoreError) -> [RememberedSignIn] {
    try check()
    return kept.withLock { $0[realm] ?? [] }.sorted { $0.renewedAt > $1.renewedAt }
  }

  package func keep(_ signIn: RememberedSignIn, in realm: SignInRealm) throws(TokenStoreError) {
    try forget(signIn.account, in: realm)
    kept.withLock { $0[realm, default: []].append(signIn) }
  }

  package func forget(_ account: String, in realm: SignInRealm) throws(TokenStoreError) {
    try check()
    kept.withLock { kept in
      kept[realm]?.removeAll { $0.account.lowercased() == account.lowercased() }
    }
  }

  private func check() throws(TokenStoreError) {
    if let refusal { throw TokenStoreError(reason: refusal) }
  }
}
