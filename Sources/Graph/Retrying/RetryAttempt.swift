package import HTTPTypes
package import Transport

/// One try of a request, as far as it bears on trying again.
package struct RetryAttempt: Sendable, Hashable {
  /// What the try brought.
  package enum Outcome: Sendable, Hashable {
    case answer(status: Int, retryAfter: Duration?)
    case failure(TransportError.Code, mayHaveArrived: Bool)
  }

  package var method: HTTPRequest.Method
  /// Whether carrying the request out twice is the same as once.
  package var isRepeatable: Bool
  /// What this try brought; `nil` while it is under way.
  package var outcome: Outcome?
  /// Counts from 1.
  package var number = 1
  /// Since the first try began.
  package var elapsed: Duration = .zero
  /// Whether the rejected token was itself the replacement of one.
  package var hasFreshToken = false
  /// Whether an earlier try may have been carried out, its answer lost on the way.
  package var mayHaveHappened = false
  /// Between 0 and 1.
  package var jitter: Double = 0

  package init(method: HTTPRequest.Method, outcome: Outcome? = nil) {
    self.method = method
    self.outcome = outcome
    isRepeatable = Self.isRepeatable(method)
  }

  /// Whether requests of a method may be carried out twice with no more effect than once.
  static func isRepeatable(_ method: HTTPRequest.Method) -> Bool {
    [.get, .head, .put, .delete, .options].contains(method)
  }

  /// Whether this try or one before it may have been carried out.
  var leavesDoubt: Bool {
    if mayHaveHappened { return true }
    switch outcome {
    case nil:
      return false
    case .answer(let status, let retryAfter):
      return [500, 502, 504].contains(status) || (status == 503 && retryAfter == nil)
    case .failure(let code, let mayHaveArrived):
      return mayHaveArrived || code == .outcomeUnknown
    }
  }
}
