import HTTPTypes

/// One thing that goes wrong with one request.
struct Fault: Sendable, Equatable {
  /// What goes wrong.
  enum Action: Sendable, Equatable {
    /// The connection is lost before the body was read.
    case resetUnread
    /// The connection is lost after the body was read; nothing was done.
    case resetUnacted
    /// The connection is lost after the request was acted on.
    case resetActed
    /// Another answer, and nothing is done.
    case status(Reply)
    /// Another answer, after the request was acted on.
    case statusActed(Reply)
    /// The refusal of a sign-in, and nothing is done.
    case refusal(TokenFailure)
    /// The answer is held back, without an end when there is no duration.
    case stall(Duration?)
    /// The connection is lost after so many bytes of the body, or half of them.
    case truncate(Int?)
    /// A whole answer whose body ends in the middle of its JSON.
    case invalidJSON
    /// The body comes in small pieces.
    case slow(bytes: Int, pause: Duration)
    /// This request's access token is refused from now on.
    case revoke
    /// The tenant's clock is moved before this request is looked at, and stays so.
    case clock(seconds: Int)
  }

  /// An answer that a rule prescribes.
  struct Reply: Sendable, Equatable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    /// The body; nil for the one that Graph or Entra ID has for the status.
    let body: Document?
  }

  /// The name of the action, as rules and the record spell it.
  let name: String
  let action: Action
}

extension Fault.Action {
  /// Whether the fault strikes before the body is read.
  var leavesBody: Bool { self == .resetUnread }

  /// Whether the fault takes the place of the work.
  var comesFirst: Bool {
    switch self {
    case .resetUnread, .resetUnacted, .status, .refusal: true
    default: false
    }
  }

  /// Whether no status line leaves.
  var withholdsAnswer: Bool {
    switch self {
    case .resetUnread, .resetUnacted, .resetActed, .stall(nil): true
    default: false
    }
  }

  /// Whether an item of a batch can suffer it: the others need a connection.
  var concernsItems: Bool {
    switch self {
    case .status, .statusActed, .stall(.some), .clock: true
    default: false
    }
  }
}

extension Fault.Reply {
  /// What the reply says as a route's answer.
  var answer: Answer {
    Answer(status: status, body: .document(body ?? failure.bare), headers: headers)
  }

  /// The refusal that Graph has for the status.
  var failure: GraphFailure {
    let (code, message) =
      switch status.code {
      case 401: ("InvalidAuthenticationToken", "Access token validation failure.")
      case 403: ("Forbidden", "Forbidden")
      case 404: ("NotFound", "NotFound")
      case 409: ("Conflict", "Conflict")
      case 412: ("PreconditionFailed", "PreconditionFailed")
      case 423: ("Locked", "The resource is locked.")
      case 429: ("TooManyRequests", "Too many requests.")
      case 502: ("BadGateway", "Failed to execute backend request.")
      case 503: ("ServiceUnavailable", "Service is temporarily unavailable.")
      case 504: ("GatewayTimeout", "The server did not respond in time.")
      case 400..<500: ("BadRequest", "Bad request.")
      default: ("InternalServerError", "An unexpected error occurred.")
      }
    return GraphFailure(status: status, code: code, message: message, headers: headers)
  }
}
