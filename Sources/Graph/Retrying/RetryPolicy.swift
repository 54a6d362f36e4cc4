import HTTPTypes
import Transport

/// When a request is sent again, and when it is better left alone.
///
/// Reading, replacing and deleting may be repeated. Creating and changing (POST, PATCH) may be repeated
/// only where it is certain that nothing happened: the server said so, or the request never left.
package struct RetryPolicy: Sendable, Hashable {
  /// How often one request is sent at most.
  package var maximumTries = 6
  /// How often one request is sent at most while no server answers, so that a missing network is soon told.
  package var maximumTriesUnanswered = 3
  /// How long one request may take, waits included, and still be tried again.
  package var maximumTime: Duration = .seconds(300)
  /// The wait before the second try, where the server names none; it doubles from try to try.
  package var firstWait: Duration = .milliseconds(500)
  package var longestWait: Duration = .seconds(60)

  package static let standard = RetryPolicy()

  package init() {}

  /// Decides on what one try brought.
  package func decision(after attempt: RetryAttempt) -> RetryDecision {
    switch attempt.outcome {
    case nil:
      .accept
    case .answer(let status, let retryAfter):
      decision(after: attempt, status: status, retryAfter: retryAfter)
    case .failure(let code, let mayHaveArrived):
      decision(after: attempt, failure: code, mayHaveArrived: mayHaveArrived)
    }
  }

  private func decision(
    after attempt: RetryAttempt, status: Int, retryAfter: Duration?
  ) -> RetryDecision {
    switch status {
    case 401:
      attempt.hasFreshToken ? .accept : .replaceToken
    case 404:
      attempt.method == .delete && attempt.mayHaveHappened ? .alreadyDone : .accept
    case 429:
      wait(attempt, retryAfter: retryAfter)
    case 502, 504:
      attempt.isRepeatable ? wait(attempt, retryAfter: retryAfter) : .accept
    case 503:
      attempt.isRepeatable || retryAfter != nil ? wait(attempt, retryAfter: retryAfter) : .accept
    default:
      .accept
    }
  }

  private func decision(
    after attempt: RetryAttempt, failure code: TransportError.Code, mayHaveArrived: Bool
  ) -> RetryDecision {
    switch code {
    case .nameNotResolved, .connectFailed, .proxyFailed, .connectionLost, .outcomeUnknown:
      guard attempt.isRepeatable || !mayHaveArrived, attempt.number < maximumTriesUnanswered else {
        return .accept
      }
      return wait(attempt, retryAfter: nil)
    case .unsupportedURL, .untrustedCertificate, .timedOut, .tooLarge, .malformedAnswer,
      .cancelled, .unavailable:
      return .accept
    }
  }

  private func wait(_ attempt: RetryAttempt, retryAfter: Duration?) -> RetryDecision {
    guard attempt.number < maximumTries else { return .accept }
    let wait = retryAfter ?? backoff(attempt)
    return attempt.elapsed + wait <= maximumTime ? .wait(wait) : .accept
  }

  /// Half of the wait is fixed and half is chance, so that clients thrown out together return apart.
  private func backoff(_ attempt: RetryAttempt) -> Duration {
    let doubled = firstWait * (1 << min(attempt.number - 1, 16))
    let whole = min(doubled, longestWait)
    return whole / 2 + whole / 2 * attempt.jitter
  }
}
