import Graph
import Transport

extension Failure {
  /// The words for what Graph or the Bot connector refused or failed.
  init(_ error: GraphError) {
    if let failure = Failure(connector: error) {
      self = failure
      return
    }
    let said = Self.said(error)
    let server = error.isOfConnector ? "The Bot connector" : "Graph"
    switch error.code {
    case .serverFailed, .badGateway, .unavailable, .gatewayTimeout:
      self.init(
        "\(server) is out of order (\(error.status)).", why: said,
        next: error.mayHaveHappened
          ? "It may have been carried out: look before you repeat it." : "Try again in a while.",
        .server)
    case .outcomeUnknown where error.followsLostAnswer:
      self.init(
        "The answer was lost, and no repeat was answered: it may have been carried out.",
        why: error.underlying?.detail, next: "Look before you repeat it. See: journal list",
        .network)
    case _ where error.followsLostAnswer:
      self.init(
        "A first answer was lost, and the repeat was refused (\(error.status)).", why: said,
        next: "It may have been carried out: look before you repeat it. See: journal list",
        .network)
    case .badRequest, .unsupportedQuery, .methodNotAllowed, .unsupportedMediaType,
      .tooLarge, .paymentRequired, .notImplemented, .quotaExceeded,
      .failedDependency, .unexpectedStatus:
      self.init("\(server) refused the request (\(error.status)).", why: said, .failed)
    case .preconditionFailed:
      self.init(
        "\(server) does not do this for this kind of identity, or in this state.", why: said,
        next: "Where it names a context, try the other identity with --as.", .failed)
    case .unauthorized:
      self.init(
        "The sign-in is not accepted any more.", why: said,
        next: error.isOfConnector ? "Type: login --bot" : "Type: login", .signIn)
    case .forbidden:
      self.init("\(server) does not permit this.", why: said, .permission)
    case .notFound, .gone:
      self.init("\(server) knows nothing there.", why: said, .notFound)
    case .conflict:
      self.init("It conflicts with what is there already.", why: said, .failed)
    case .locked:
      self.init("It is locked for now.", why: said, next: "Try again in a while.", .failed)
    case .throttled:
      self.init(
        "\(server) asks for patience, and the retries are used up.", why: said,
        next: error.retryAfter.map { "Try again in \(Int($0.components.seconds)) s." }, .throttled)
    case .outcomeUnknown:
      self.init(
        "The answer was lost: it may have been carried out, and was not repeated.",
        why: error.underlying?.detail, next: "Look before you repeat it. See: journal list",
        .network)
    case .malformedAnswer:
      self.init(
        "\(server)'s answer is cut short or no JSON.", why: said,
        next: error.mayHaveHappened
          ? "It may have been carried out: look before you repeat it." : nil, .server)
    case .foreignLink:
      self.init("A page's next link leads to another host; it was not followed.", .server)
    case .repeatedLink:
      self.init("A page's next link leads in a circle.", .server)
    case .foreignToken:
      self.init(
        "The token was got for another Graph host and was not sent.", next: "Type: login", .signIn)
    }
  }

  /// Graph's own words with its code and the id that support asks for.
  static func said(_ error: GraphError) -> String? {
    let words = [error.graphCode, error.message].filter { !$0.isEmpty }.joined(separator: ": ")
    let id = error.requestID.map { "(request-id \($0))" }
    let parts = [words.isEmpty ? nil : words, id].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}
