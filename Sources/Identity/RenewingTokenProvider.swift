package import FoundationEssentials

/// Keeps a session's token fresh: one renewal at a time, shared by all who wait for it.
package actor RenewingTokenProvider: TokenProvider {
  private struct Running {
    let shared: SharedRenewal
    let task: Task<Void, Never>
  }

  private let renewal: any TokenRenewal
  private let now: @Sendable () -> Date
  private var grant: TokenGrant?
  private var running: Running?

  /// Starts from the outcome of a sign-in, or from nothing, where the renewal gets the first token too.
  package init(
    _ renewal: any TokenRenewal, grant: TokenGrant? = nil,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.renewal = renewal
    self.grant = grant
    self.now = now
  }

  package func accessToken() async throws(IdentityError) -> AccessToken {
    guard let grant, now() < grant.renewAt else { return try await renewed() }
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
    return try await renewed(claims: claims)
  }

  private func renewed(claims: String? = nil) async throws(IdentityError) -> AccessToken {
    if let running { return try await running.shared.value() }
    let shared = SharedRenewal()
    running = Running(shared: shared, task: Task { await renew(into: shared, claims: claims) })
    return try await shared.value()
  }

  private func renew(into shared: SharedRenewal, claims: String?) async {
    let outcome: SharedRenewal.Outcome
    do {
      let next = try await renewal.renew(grant?.refreshToken, claims: claims)
      // A service that sends no new refresh token means the old one to be kept.
      grant = TokenGrant(
        accessToken: next.accessToken, refreshToken: next.refreshToken ?? grant?.refreshToken,
        scopes: next.scopes, renewAt: next.renewAt)
      outcome = .success(next.accessToken)
    } catch {
      outcome = fallback(after: error)
    }
    running = nil
    shared.finish(outcome)
  }

  /// The old token, as long as it is good and only the way to the login service is not.
  private func fallback(after error: IdentityError) -> SharedRenewal.Outcome {
    guard error.code == .transport || error.code == .serverFailed, let token = grant?.accessToken,
      now() < token.expiresAt
    else { return .failure(error) }
    return .success(token)
  }
}
