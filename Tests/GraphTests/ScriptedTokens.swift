import FoundationEssentials
import Identity
import Synchronization

/// Hands out tokens named by number, and remembers what was refused and asked for.
final class ScriptedTokens: TokenProvider {
  private struct State {
    var number = 1
    var claims: [String] = []
  }

  private let host: String
  private let state = Mutex(State())

  init(host: String = "graph.example") {
    self.host = host
  }

  /// The claims that replacements were to meet.
  var claims: [String] { state.withLock { $0.claims } }

  func accessToken() async throws(IdentityError) -> AccessToken {
    token(state.withLock { $0.number })
  }

  func replacement(for rejected: AccessToken) async throws(IdentityError) -> AccessToken {
    let number = state.withLock { state in
      state.number += 1
      return state.number
    }
    return token(number)
  }

  func replacement(
    for rejected: AccessToken, claims: String
  ) async throws(IdentityError) -> AccessToken {
    state.withLock { $0.claims.append(claims) }
    return try await replacement(for: rejected)
  }

  private func token(_ number: Int) -> AccessToken {
    AccessToken(
      value: Secret("very-secret-token-\(number)"), expiresAt: .distantFuture, host: host)
  }
}

/// Hands out one token and then no more, as when a sign-in is revoked in the middle of a job.
final class FleetingTokens: TokenProvider {
  private let isSpent = Mutex(false)

  func accessToken() async throws(IdentityError) -> AccessToken {
    let wasSpent = isSpent.withLock { isSpent in
      defer { isSpent = true }
      return isSpent
    }
    guard !wasSpent else { throw IdentityError(code: .refreshExpired) }
    return AccessToken(
      value: Secret("very-secret-token"), expiresAt: .distantFuture, host: "graph.example")
  }

  func replacement(for rejected: AccessToken) async throws(IdentityError) -> AccessToken {
    try await accessToken()
  }
}
