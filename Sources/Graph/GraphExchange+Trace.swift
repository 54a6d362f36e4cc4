import HTTPTypes
import Logging
import Transport

extension GraphExchange {
  /// Leaves one line for each try: what was asked, what came, what happens next.
  ///
  /// Templates stand for paths and no body or header is told, so a trace holds neither secrets nor names.
  func trace(
    _ call: GraphCall, _ attempt: RetryAttempt,
    _ result: Result<TransportResponse, TransportError>, _ decision: RetryDecision,
    requestID: String
  ) {
    guard logger.logLevel <= .debug else { return }
    var facts: Logger.Metadata = [
      "method": "\(call.method.rawValue)",
      "path": "\(call.template)",
      "ms": "\(attempt.elapsed.milliseconds)",
      "client-request-id": "\(requestID)",
    ]
    if attempt.number > 1 { facts["try"] = "\(attempt.number)" }
    switch result {
    case .success(let answer):
      facts["status"] = "\(answer.head.status.code)"
      facts["request-id"] = answer.head.headerFields[.requestID].map { "\($0)" }
    case .failure(let error):
      facts["failure"] = "\(error.code)"
    }
    if case .wait(let duration) = decision { facts["wait-ms"] = "\(duration.milliseconds)" }
    logger.debug("graph", metadata: facts)
  }

  /// Leaves one line for each wait under Graph's published limits.
  func trace(_ call: GraphCall, _ wait: PaceLedger.Wait) {
    logger.debug(
      "pace",
      metadata: [
        "method": "\(call.method.rawValue)", "path": "\(call.template)", "limit": "\(wait.limit)",
        "wait-ms": "\(wait.duration.milliseconds)",
      ])
  }
}

extension Duration {
  fileprivate var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
