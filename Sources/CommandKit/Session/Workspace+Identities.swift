package import Cache
import Foundation
import Identity
import Synchronization

/// Who is signed in, and what each sees of the tenant.
extension Workspace {
  /// The tenant at hand: that of the sign-in, or else the one that is configured.
  package var tenantID: String? {
    let identity = identities[.person] ?? identities[.app]
    return identity?.claims.tenantID ?? configuration.tenant
  }

  /// Holds an identity from now on.
  package func signIn(_ identity: SignedIn) {
    state.withLock { state in
      state.identities[identity.kind] = identity
      state.signedOut.remove(identity.kind)
      state.advised = []
      state.caches[identity.kind] = nil
      if identity.kind == .person { state.unmetClaims = nil }
    }
  }

  /// Forgets one identity; and, with a person, where one stood, since another account may not see it.
  ///
  /// It is not taken up again by itself, but only by a sign-in that somebody asks for.
  package func signOut(_ kind: IdentityKind) {
    state.withLock { state in
      state.identities[kind] = nil
      state.caches[kind] = nil
      state.signedOut.insert(kind)
      guard kind == .person || state.identities.isEmpty else { return }
      state.place = .nowhere
      state.previousPlace = nil
    }
  }

  /// Whether somebody signed an identity out, which keeps it from being taken up by itself.
  func hasSignedOut(_ kind: IdentityKind) -> Bool {
    state.withLock { $0.signedOut.contains(kind) }
  }

  /// What a person's sign-ins ask for beside the usual.
  package var furtherScopes: [String] {
    get { state.withLock { $0.furtherScopes } }
    set { state.withLock { $0.furtherScopes = newValue } }
  }

  /// What the next sign-in of a person has to meet, as a challenge asked for it.
  var unmetClaims: String? {
    get async {
      if let claims = state.withLock({ $0.unmetClaims }) { return claims }
      return await identities[.person]?.tokens.unmetClaims
    }
  }

  func remember(unmetClaims claims: String?) {
    state.withLock { $0.unmetClaims = claims }
  }

  /// The cache of the person who is signed in, or else of the app; none when nobody is.
  package var cache: TenantCache? {
    (identities[.person] ?? identities[.app]).flatMap(cache)
  }

  /// What is remembered of the tenant as one identity sees it, opened when first asked for.
  ///
  /// A file that cannot be used is said once and worked without: the cache only makes things faster. One
  /// that was moved aside meanwhile, by this shell or another one, is left for the one in its place.
  package func cache(of identity: SignedIn) -> TenantCache? {
    if let held = state.withLock({ $0.caches[identity.kind] }) {
      if held.isInPlace { return held }
      letGo(of: held, identity.kind)
    }
    let path = TenantCache.path(
      in: configuration.files.cache, authority: configuration.loginRoot.absoluteString,
      host: configuration.graphRoot.absoluteString,
      tenant: identity.claims.tenantID ?? configuration.tenant ?? "",
      account: identity.claims.objectID ?? identity.account)
    do {
      let opened = try TenantCache.open(at: path)
      if let reason = opened.setAside { notice(Self.news(of: reason)) }
      state.withLock { $0.caches[identity.kind] = opened.cache }
      return opened.cache
    } catch {
      let failure = Failure(error as any Error)
      notice("\(failure.what) Working without a cache.")
      let memory = try? TenantCache.inMemory()
      state.withLock { $0.caches[identity.kind] = memory }
      return memory
    }
  }

  /// Leaves a cache whose file is not in its place any more, once for all who find that.
  private func letGo(of cache: TenantCache, _ kind: IdentityKind) {
    let isFirst = state.withLock { state in
      guard state.caches[kind] === cache else { return false }
      state.caches[kind] = nil
      state.freshness.beginAnew()
      return true
    }
    if isFirst, cache.wasDamaged { notice(Self.news(of: .damaged)) }
  }

  private static func news(of reason: SetAside) -> String {
    switch reason {
    case .damaged: "The cache was damaged. It was set aside, and a new one begun."
    case .newer: "The cache was made by a newer teamsh. It was set aside, and a new one begun."
    }
  }
}
