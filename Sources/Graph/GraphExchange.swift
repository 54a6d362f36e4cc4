import HTTPTypes
import Identity
import Logging
import Transport

/// Sends one call until it is answered or given up: tokens, tries, waits and the trace.
struct GraphExchange: Sendable {
  let root: GraphRoot
  let tokens: any TokenProvider
  let transport: any HTTPTransport
  let retry: RetryPolicy
  let clock: any Clock<Duration>
  let jitter: @Sendable () -> Double
  let logger: Logger

  /// The first success; every other end is thrown.
  func send(_ call: GraphCall) async throws -> TransportResponse {
    var token = try await tokens.accessToken()
    let elapsed = stopwatch()
    let requestID = RequestID.random()
    var attempt = RetryAttempt(method: call.method)
    while true {
      try Task.checkCancellation()
      guard root.accepts(tokenFor: token.host) else { throw call.error(.foreignToken) }
      let request = request(for: call, token: token, requestID: requestID)
      let result = await result(of: request)
      attempt.outcome = outcome(of: result)
      attempt.elapsed = elapsed()
      attempt.jitter = jitter()
      let decision = retry.decision(after: attempt)
      trace(call, attempt, result, decision, requestID: requestID)
      switch decision {
      case .accept:
        return try accept(result, of: call, attempt)
      case .alreadyDone:
        return TransportResponse(head: HTTPResponse(status: .noContent), body: [])
      case .replaceToken:
        token = try await replacement(for: token, refusedBy: result)
        attempt.hasFreshToken = true
      case .wait(let duration):
        attempt.mayHaveHappened = attempt.leavesDoubt
        attempt.number += 1
        try await clock.sleep(for: duration)
      }
    }
  }

  private func result(
    of request: TransportRequest
  ) async -> Result<TransportResponse, TransportError> {
    do throws(TransportError) {
      return .success(try await transport.send(request))
    } catch {
      return .failure(error)
    }
  }

  private func outcome(
    of result: Result<TransportResponse, TransportError>
  ) -> RetryAttempt.Outcome {
    switch result {
    case .success(let answer):
      .answer(
        status: answer.head.status.code,
        retryAfter: RetryAfter.duration(in: answer.head.headerFields))
    case .failure(let error):
      .failure(
        error.code, mayHaveArrived: error.mayHaveArrived || error.code == .outcomeUnknown)
    }
  }

  private func accept(
    _ result: Result<TransportResponse, TransportError>, of call: GraphCall,
    _ attempt: RetryAttempt
  ) throws -> TransportResponse {
    switch result {
    case .success(let answer) where answer.head.status.kind == .successful:
      return answer
    case .success(let answer):
      throw GraphError(answer: answer, method: call.method, template: call.template)
    case .failure(let error) where error.code == .cancelled:
      throw CancellationError()
    case .failure(let error) where attempt.leavesDoubt && call.writes:
      throw GraphError(
        code: .outcomeUnknown, method: call.method, template: call.template, underlying: error)
    case .failure(let error):
      throw error
    }
  }

  /// Another token, which also meets what the refusal asks for where it says so.
  private func replacement(
    for token: AccessToken, refusedBy result: Result<TransportResponse, TransportError>
  ) async throws -> AccessToken {
    let challenge = try? result.get().head.headerFields[.wwwAuthenticate]
    guard let claims = challenge.flatMap(ClaimsChallenge.claims) else {
      return try await tokens.replacement(for: token)
    }
    return try await tokens.replacement(for: token, claims: claims)
  }

  private func request(
    for call: GraphCall, token: AccessToken, requestID: String
  ) -> TransportRequest {
    var head = root.head(call.method, path: call.path)
    for (name, value) in call.headers {
      guard let name = HTTPField.Name(name) else { continue }
      head.headerFields[name] = value
    }
    if call.body != nil, head.headerFields[.contentType] == nil {
      head.headerFields[.contentType] = "application/json"
    }
    if head.headerFields[.accept] == nil { head.headerFields[.accept] = "application/json" }
    head.headerFields[.userAgent] = "teamsh/\(ProductVersion.current)"
    head.headerFields[.clientRequestID] = requestID
    head.headerFields[.authorization] = "Bearer " + token.value.reveal()
    return TransportRequest(head: head, body: call.body)
  }

  private func stopwatch() -> @Sendable () -> Duration {
    func start(_ clock: some Clock<Duration>) -> @Sendable () -> Duration {
      let start = clock.now
      return { start.duration(to: clock.now) }
    }
    return start(clock)
  }
}
