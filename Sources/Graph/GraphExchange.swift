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
  let pace: Pace?
  let meter: GraphMeter?
  let clock: any Clock<Duration>
  let jitter: @Sendable () -> Double
  let logger: Logger

  /// Sends a call until it succeeds or is given up.
  ///
  /// - Parameters:
  ///   - call: The request.
  ///   - earlier: A try that was made already, with others in one round trip.
  /// - Returns: The first success.
  /// - Throws: Every other end, as ``GraphClient/send(_:)`` does.
  func send(_ call: GraphCall, after earlier: RetryAttempt? = nil) async throws -> TransportResponse
  {
    let requestID = RequestID.random()
    var attempt = earlier ?? RetryAttempt(method: call.method)
    attempt.isRepeatable = call.isRepeatable
    var fresh: AccessToken?
    var elapsed: (@Sendable () -> Duration)?
    while true {
      let (token, turn) = try await leave(call, attempt, fresh)
      // Waiting for a turn before the first try is no fault of the server's, and takes no tries away.
      let time = elapsed ?? clock.stopwatch()
      elapsed = time
      let request = request(for: call, token: token, requestID: requestID)
      meter?.begin()
      let took = clock.stopwatch()
      let result = await result(of: request)
      meter?.end(ExchangeRecord(request, result, after: took()))
      if let turn { pace?.end(turn) }
      attempt.outcome = outcome(of: result)
      attempt.elapsed = time()
      attempt.jitter = jitter()
      let decision = retry.decision(after: attempt)
      trace(call, attempt, result, decision, requestID: requestID)
      yieldPace(to: attempt, of: call)
      fresh = nil
      switch decision {
      case .accept:
        return try accept(result, of: call, attempt)
      case .alreadyDone:
        return TransportResponse(head: HTTPResponse(status: .noContent), body: [])
      case .replaceToken:
        fresh = try await replacement(for: token, refusedBy: result)
        attempt.hasFreshToken = true
      case .wait(let duration):
        meter?.hold(for: duration)
        attempt.mayHaveHappened = attempt.leavesDoubt
        attempt.number += 1
        try await doubting(call, attempt) { try await clock.sleep(for: duration) }
      }
    }
  }

  /// Waits for the call's turn, and gets the token that it goes with.
  private func leave(
    _ call: GraphCall, _ attempt: RetryAttempt, _ fresh: AccessToken?
  ) async throws -> (AccessToken, Pace.Turn?) {
    try await doubting(call, attempt) {
      try Task.checkCancellation()
      let turn = try await pace?.turn(for: call.paced) { wait in
        trace(call, wait)
        meter?.hold(for: wait.duration)
      }
      let token = if let fresh { fresh } else { try await tokens.accessToken() }
      guard root.accepts(tokenFor: token.host) else { throw call.error(.foreignToken) }
      return (token, turn)
    }
  }

  /// Tells what ends a call between two tries apart: whether it may have been carried out already.
  private func doubting<Value>(
    _ call: GraphCall, _ attempt: RetryAttempt, _ body: () async throws -> Value
  ) async throws -> Value {
    do {
      return try await body()
    } catch is CancellationError where !attempt.mayHaveHappened {
      throw TransportError(code: .cancelled, host: root.authority, detail: "cancelled")
    } catch let error
      where attempt.mayHaveHappened && call.writes && !(error is CancellationError)
    {
      throw call.error(.outcomeUnknown)
    }
  }

  /// A refusal that names a time holds for everyone who would be refused for the same reason.
  func yieldPace(to attempt: RetryAttempt, of call: GraphCall) {
    guard case .answer(429, let retryAfter?) = attempt.outcome, let request = call.paced.first
    else { return }
    pace?.close(for: request, retryAfter)
  }

  func result(
    of request: TransportRequest
  ) async -> Result<TransportResponse, TransportError> {
    do throws(TransportError) {
      return .success(try await transport.send(request))
    } catch {
      return .failure(error)
    }
  }

  func outcome(
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
    case .success(let answer)
    where answer.head.status.kind == .successful || call.isAnswered(by: answer.head):
      return answer
    case .success(let answer):
      var refusal = GraphError(answer: answer, method: call.method, template: call.template)
      refusal.server = call.server
      refusal.followsLostAnswer = attempt.mayHaveHappened && call.writes
      throw refusal
    case .failure(let error) where error.code == .cancelled && attempt.leavesDoubt:
      throw CancellationError()
    case .failure(let error) where attempt.leavesDoubt && call.writes:
      var lost = GraphError(
        code: .outcomeUnknown, method: call.method, template: call.template, underlying: error)
      lost.server = call.server
      lost.followsLostAnswer = attempt.mayHaveHappened
      throw lost
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
    var request = TransportRequest(head: head, body: call.body)
    request.meter = call.meter
    return request
  }
}
