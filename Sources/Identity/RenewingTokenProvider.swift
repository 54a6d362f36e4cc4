package import FoundationEssentials

/// Keeps a session's token fresh: one renewal at a time, shared by all who wait for it.
package actor RenewingTokenProvider: TokenProvider {
  private struct Running {
    let shared: SharedRenewal
    let claims: String?
    let task: Task<Void, Never>
  }

  private let renewal: any TokenRenewal
  private let keeper: GrantKeeper?
  private let now: @Sendable () -> Date
  private var grant: TokenGrant?
  private var refreshToken: Secret?
  private var running: Running?

  /// What a challenge asked for that no renewal could meet; the next sign-in has to.
  package private(set) var unmetClaims: String?

  /// Starts from the outcome of a sign-in, from a refresh token, or from nothing, where the renewal gets the
  /// first token too.
  ///
  /// With a keeper, refresh tokens outlive the program.
  package init(
    _ renewal: any TokenRenewal, grant: TokenGrant? = nil, refreshToken: Secret? = nil,
    keeper: GrantKeeper? = nil, now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.renewal = renewal
    self.grant = grant
    self.refreshToken = grant?.refreshToken ?? refreshToken
    self.keeper = keeper
    self.now = now
  }

  package func accessToken() async throws(IdentityError) -> AccessToken {
    guard let grant, now() < grant.renewAt else { return try await renewed(meeting: nil) }
    return grant.accessToken
  }

  package func replacement(
    for rejected: AccessToken
  ) async throws(IdentityError) -> AccessToken {
    try await replacement(for: rejected, meeting: nil)
  }

  package func replacement(
    for rejected: AccessToken, claims: String
  ) async throws(IdentityError) -> AccessToken {
    try await replacement(for: rejected, meeting: claims)
  }

  private func replacement(
    for rejected: AccessToken, meeting claims: String?
  ) async throws(IdentityError) -> AccessToken {
    if let grant, grant.accessToken.value != rejected.value { return try await accessToken() }
    // What was refused is not handed out again while it seems good, not even when the renewal fails.
    grant = grant.map { grant in
      TokenGrant(
        accessToken: AccessToken(
          value: rejected.value, expiresAt: .distantPast, host: rejected.host),
        refreshToken: grant.refreshToken, scopes: grant.scopes, renewAt: .distantPast)
    }
    return try await renewed(meeting: claims)
  }

  /// Joins the renewal under way, but for claims that it does not ask for.
  private func renewed(meeting claims: String?) async throws(IdentityError) -> AccessToken {
    while let running {
      if claims == nil || claims == running.claims { return try await running.shared.value() }
      _ = try await running.shared.value()
    }
    let shared = SharedRenewal()
    running = Running(
      shared: shared, claims: claims, task: Task { await renew(into: shared, meeting: claims) })
    return try await shared.value()
  }

  private func renew(into shared: SharedRenewal, meeting claims: String?) async {
    let outcome: SharedRenewal.Outcome
    do {
      let next = try await next(meeting: claims)
      grant = next
      unmetClaims = nil
      // A service that sends no new refresh token means the old one to be kept.
      if let token = next.refreshToken {
        refreshToken = token
        keeper?.keep(token)
      }
      outcome = .success(next.accessToken)
    } catch {
      if error.code == .interactionRequired { unmetClaims = error.claims ?? claims }
      outcome = fallback(after: error)
    }
    running = nil
    shared.finish(outcome)
  }

  /// The next grant; where the refresh token is no longer good, by the one that another program of this
  /// user has kept meanwhile.
  private func next(meeting claims: String?) async throws(IdentityError) -> TokenGrant {
    do {
      return try await renewal.renew(refreshToken, claims: claims)
    } catch {
      guard error.code == .refreshExpired, let kept = keeper?.reload(), kept != refreshToken
      else { throw error }
      return try await renewal.renew(kept, claims: claims)
    }
  }

  /// The old token, as long as it is good and only the way to the login service is not.
  private func fallback(after error: IdentityError) -> SharedRenewal.Outcome {
    guard error.code == .transport || error.code == .serverFailed, let token = grant?.accessToken,
      now() < token.expiresAt
    else { return .failure(error) }
    return .success(token)
  }
}
