package import HTTPTypes
package import Transport

/// A request that Graph refused or failed, or an answer that cannot be used.
///
/// A connection that failed before the request was sent, or while only reading, passes up as
/// `TransportError`, a sign-in that failed as `IdentityError`. A cancelled request passes up as
/// `CancellationError`; as `TransportError` where it is certain that it never left.
package struct GraphError: Error, Sendable, Hashable {
  /// What went wrong, from Graph's code where it says more than the status.
  package enum Code: Sendable, Hashable, CaseIterable {
    // What Graph says.
    case badRequest, unsupportedQuery, unauthorized, paymentRequired, forbidden, notFound
    case methodNotAllowed, conflict, gone, preconditionFailed, tooLarge, unsupportedMediaType
    case locked, failedDependency, throttled, serverFailed, notImplemented
    case badGateway, unavailable, gatewayTimeout, quotaExceeded, unexpectedStatus
    // What this client finds.
    /// The request left and its answer was lost: it may have been carried out, and is not sent again.
    case outcomeUnknown
    /// A success whose body is cut short, is not JSON, or is not what was asked for.
    case malformedAnswer
    /// A next link that points at another host, where the token may not go.
    case foreignLink
    /// A next link that was followed before, which would go round for ever.
    case repeatedLink
    /// A token got for another Graph host than the one asked.
    case foreignToken
  }

  package let code: Code
  /// The HTTP status; 0 where no answer came.
  package let status: Int
  /// Graph's own code as it came, such as `Authorization_RequestDenied`; empty where there is none.
  package let graphCode: String
  /// Graph's own words, to be shown and never decided on; empty where there are none.
  package let message: String
  package let requestID: String?
  package let retryAfter: Duration?
  package let method: HTTPRequest.Method
  /// The path with `{}` in the place of its values.
  package let template: String
  /// Permissions of which one would do, where Graph names them.
  package let missingPermissions: [String]
  /// The failed connection behind an unknown outcome.
  package let underlying: TransportError?
  /// Whether an earlier try may have been carried out, whatever this end of a later one says.
  package var followsLostAnswer = false
  /// Who was asked.
  package var server = AskedServer.graph
  /// Whether nothing can have come of it, as of a file whose last range never left.
  package var leavesNothing = false

  package init(
    code: Code, status: Int = 0, graphCode: String = "", message: String = "",
    requestID: String? = nil, retryAfter: Duration? = nil, method: HTTPRequest.Method,
    template: String, missingPermissions: [String] = [], underlying: TransportError? = nil
  ) {
    self.code = code
    self.status = status
    self.graphCode = graphCode
    self.message = message
    self.requestID = requestID
    self.retryAfter = retryAfter
    self.method = method
    self.template = template
    self.missingPermissions = missingPermissions
    self.underlying = underlying
  }

  /// Whether the Bot connector was asked, and not Graph.
  package var isOfConnector: Bool { server == .connector }

  /// Whether a write may have been carried out although it failed.
  ///
  /// True for a lost answer, and for the failures of a gateway or server that may strike after the work
  /// was done; a refusal (4xx) or a throttled request did nothing, unless a try before it was lost.
  package var mayHaveHappened: Bool {
    guard method != .get && method != .head else { return false }
    if followsLostAnswer { return true }
    if leavesNothing { return false }
    switch code {
    case .outcomeUnknown, .serverFailed, .badGateway, .gatewayTimeout, .malformedAnswer: return true
    case .unavailable: return retryAfter == nil
    default: return false
    }
  }
}
