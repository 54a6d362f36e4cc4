import HTTPTypes

/// A refusal as Graph words it; knows its own status, body and headers.
struct GraphFailure: Error, Sendable {
  let status: HTTPResponse.Status
  let code: String
  let message: String
  var headers: HTTPFields = [:]

  /// The error body, with the times and ids that Graph puts into every one.
  func document(requestID: String, clientRequestID: String, at time: Instant) -> Document {
    [
      "error": [
        "code": .string(code),
        "message": .string(message),
        "innerError": [
          "date": .string(time.zonelessText),
          "request-id": .string(requestID),
          "client-request-id": .string(clientRequestID),
        ],
      ]
    ]
  }
}

extension GraphFailure {
  static func badRequest(_ message: String, code: String = "BadRequest") -> GraphFailure {
    GraphFailure(status: .badRequest, code: code, message: message)
  }

  static func forbidden(_ message: String) -> GraphFailure {
    GraphFailure(status: .forbidden, code: "Forbidden", message: message)
  }

  /// The directory's refusal, which names nothing.
  static var insufficientPrivileges: GraphFailure {
    GraphFailure(
      status: .forbidden, code: "Authorization_RequestDenied",
      message: "Insufficient privileges to complete the operation.")
  }

  static func notFound(_ message: String, code: String = "NotFound") -> GraphFailure {
    GraphFailure(status: .notFound, code: code, message: message)
  }

  static func conflict(_ message: String) -> GraphFailure {
    GraphFailure(status: .conflict, code: "Conflict", message: message)
  }

  static func unsupportedQuery(_ message: String) -> GraphFailure {
    badRequest(message, code: "Request_UnsupportedQuery")
  }

  static func preconditionFailed(_ message: String) -> GraphFailure {
    GraphFailure(status: .preconditionFailed, code: "PreconditionFailed", message: message)
  }

  /// A 401, with the header that tells a client where to sign in.
  static func unauthenticated(_ message: String) -> GraphFailure {
    let challenge =
      "Bearer realm=\"\", "
      + "authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", "
      + "client_id=\"00000003-0000-0000-c000-000000000000\""
    return GraphFailure(
      status: .unauthorized, code: "InvalidAuthenticationToken", message: message,
      headers: [.wwwAuthenticate: challenge])
  }
}

extension GraphFailure {
  /// The code and the message alone, for an answer that has no times and ids of its own.
  var bare: Document {
    ["error": ["code": .string(code), "message": .string(message)]]
  }

  static func unknownSegment(_ segment: String) -> GraphFailure {
    badRequest("Resource not found for the segment '\(segment)'.")
  }

  static func unknownDirectoryObject(_ id: String) -> GraphFailure {
    notFound(
      "Resource '\(id)' does not exist or one of its queried reference-property objects "
        + "are not present.",
      code: "Request_ResourceNotFound")
  }

  static func unknownTeam(_ id: String) -> GraphFailure {
    notFound("No team found with Group Id \(id)")
  }

  static var unknownThread: GraphFailure {
    notFound(
      "Failed to execute Skype backend request GetThreadS2SRequest.", code: "ItemNotFound")
  }

  static func unknownMember(_ id: String) -> GraphFailure {
    notFound("No conversation member found with id '\(id)'.")
  }

  static var unknownMessage: GraphFailure { notFound("NotFound") }

  static var archivedTeam: GraphFailure {
    conflict("The team is archived. Unarchive it before changing it.")
  }

  static var archivedChannel: GraphFailure {
    conflict("The channel is archived. Unarchive it before changing it.")
  }

  /// What the service behind Graph could not do; Graph does not say why.
  static var badGateway: GraphFailure {
    GraphFailure(
      status: .badGateway, code: "BadGateway", message: "Failed to execute backend request.")
  }

  static var unexpected: GraphFailure {
    GraphFailure(
      status: .internalServerError, code: "InternalServerError",
      message: "An unexpected error occurred.")
  }

  static var onlyDelegatedMe: GraphFailure {
    badRequest("/me request is only valid with delegated authentication flow.")
  }
}
