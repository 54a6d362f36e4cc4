import HTTPTypes
import Testing
import Transport

@testable import Graph

struct RetryPolicyTests {
  /// What one try brings to a method, and what follows.
  struct Case: CustomTestStringConvertible {
    let method: HTTPRequest.Method
    let outcome: RetryAttempt.Outcome
    let decision: RetryDecision

    init(
      _ method: HTTPRequest.Method, _ outcome: RetryAttempt.Outcome, _ decision: RetryDecision
    ) {
      self.method = method
      self.outcome = outcome
      self.decision = decision
    }

    var testDescription: String { "\(method) \(outcome)" }
  }

  private static let firstWait = RetryDecision.wait(.milliseconds(250))

  private static func answer(_ status: Int, after: Duration? = nil) -> RetryAttempt.Outcome {
    .answer(status: status, retryAfter: after)
  }

  @Test(arguments: [
    Case(.get, answer(200), .accept),
    Case(.get, answer(404), .accept),
    Case(.get, answer(500), .accept),
    Case(.get, answer(429), firstWait),
    Case(.get, answer(429, after: .seconds(7)), .wait(.seconds(7))),
    Case(.get, answer(502), firstWait),
    Case(.put, answer(503), firstWait),
    Case(.delete, answer(504), firstWait),
    Case(.delete, answer(404), .accept),
    Case(.post, answer(429), firstWait),
    Case(.patch, answer(429, after: .zero), .wait(.zero)),
    Case(.post, answer(502), .accept),
    Case(.post, answer(503), .accept),
    Case(.post, answer(503, after: .seconds(2)), .wait(.seconds(2))),
    Case(.patch, answer(504, after: .seconds(2)), .accept),
    Case(.get, answer(401), .replaceToken),
    Case(.post, answer(401), .replaceToken),
    Case(.get, .failure(.connectionLost, mayHaveArrived: true), firstWait),
    Case(.delete, .failure(.connectionLost, mayHaveArrived: true), firstWait),
    Case(.post, .failure(.connectionLost, mayHaveArrived: true), .accept),
    Case(.post, .failure(.connectionLost, mayHaveArrived: false), firstWait),
    Case(.patch, .failure(.connectFailed, mayHaveArrived: false), firstWait),
    Case(.post, .failure(.outcomeUnknown, mayHaveArrived: true), .accept),
    Case(.get, .failure(.timedOut, mayHaveArrived: true), .accept),
    Case(.get, .failure(.untrustedCertificate, mayHaveArrived: false), .accept),
    Case(.get, .failure(.cancelled, mayHaveArrived: false), .accept),
    Case(.get, .failure(.unsupportedURL, mayHaveArrived: false), .accept),
  ])
  func `a first try is repeated only where that cannot do a thing twice`(_ test: Case) {
    let attempt = RetryAttempt(method: test.method, outcome: test.outcome)
    #expect(RetryPolicy.standard.decision(after: attempt) == test.decision)
  }

  @Test func `a delete that finds nothing after a lost answer is done`() {
    var attempt = RetryAttempt(method: .delete, outcome: .answer(status: 404, retryAfter: nil))
    attempt.mayHaveHappened = true
    #expect(RetryPolicy.standard.decision(after: attempt) == .alreadyDone)
    attempt.method = .get
    #expect(RetryPolicy.standard.decision(after: attempt) == .accept)
  }

  @Test(arguments: [
    (RetryAttempt.Outcome.answer(status: 429, retryAfter: nil), false),
    (.answer(status: 503, retryAfter: .seconds(1)), false),
    (.answer(status: 503, retryAfter: nil), true),
    (.answer(status: 504, retryAfter: nil), true),
    (.failure(.connectionLost, mayHaveArrived: true), true),
    (.failure(.connectFailed, mayHaveArrived: false), false),
  ])
  func `doubt is left by answers that got lost, not by refusals`(
    outcome: RetryAttempt.Outcome, doubt: Bool
  ) {
    #expect(RetryAttempt(method: .delete, outcome: outcome).leavesDoubt == doubt)
  }

  @Test func `waits double up to the longest, with chance in their second half`() {
    let policy = RetryPolicy.standard
    var attempt = RetryAttempt(method: .get, outcome: .answer(status: 503, retryAfter: nil))
    for (number, least) in [(1, 250), (2, 500), (3, 1000), (4, 2000), (5, 4000)] {
      attempt.number = number
      attempt.jitter = 0
      #expect(policy.decision(after: attempt) == .wait(.milliseconds(least)))
      attempt.jitter = 1
      #expect(policy.decision(after: attempt) == .wait(.milliseconds(2 * least)))
    }
  }

  @Test func `the longest wait bounds them all`() {
    var policy = RetryPolicy()
    policy.maximumTries = 100
    policy.maximumTime = .seconds(100_000)
    var attempt = RetryAttempt(method: .get, outcome: .answer(status: 503, retryAfter: nil))
    attempt.number = 90
    attempt.jitter = 1
    #expect(policy.decision(after: attempt) == .wait(.seconds(60)))
  }

  @Test func `tries and time are bounded`() {
    let policy = RetryPolicy.standard
    var attempt = RetryAttempt(
      method: .get, outcome: .answer(status: 429, retryAfter: .seconds(10)))
    attempt.number = policy.maximumTries
    #expect(policy.decision(after: attempt) == .accept)
    attempt.number = 2
    attempt.elapsed = policy.maximumTime - .seconds(9)
    #expect(policy.decision(after: attempt) == .accept)
    attempt.elapsed = policy.maximumTime - .seconds(10)
    #expect(policy.decision(after: attempt) == .wait(.seconds(10)))
  }

  @Test func `a missing network is told after three tries`() {
    var attempt = RetryAttempt(
      method: .get, outcome: .failure(.connectFailed, mayHaveArrived: false))
    attempt.number = 2
    #expect(RetryPolicy.standard.decision(after: attempt) == .wait(.milliseconds(500)))
    attempt.number = 3
    #expect(RetryPolicy.standard.decision(after: attempt) == .accept)
  }

  @Test func `a refused replacement token is not replaced again`() {
    var attempt = RetryAttempt(method: .get, outcome: .answer(status: 401, retryAfter: nil))
    attempt.hasFreshToken = true
    #expect(RetryPolicy.standard.decision(after: attempt) == .accept)
  }
}
