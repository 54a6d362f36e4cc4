import HTTPTypes

/// A refusal as the Bot connector words it.
struct ConnectorFailure: Error, Sendable {
  let status: HTTPResponse.Status
  let code: String
  let message: String
  var headers: HTTPFields = [:]

  var document: Document {
    ["error": ["code": .string(code), "message": .string(message)]]
  }
}

extension ConnectorFailure {
  static func badArgument(_ message: String) -> ConnectorFailure {
    ConnectorFailure(status: .badRequest, code: "BadArgument", message: message)
  }

  static let unauthorized = ConnectorFailure(
    status: .unauthorized, code: "Unauthorized",
    message: "Authorization has been denied for this request.",
    headers: [.wwwAuthenticate: "Bearer"])

  static let unknownConversation = ConnectorFailure(
    status: .notFound, code: "ConversationNotFound", message: "Conversation not found.")

  static let unknownActivity = ConnectorFailure(
    status: .notFound, code: "ActivityNotFoundInConversation",
    message: "Activity not found in the conversation.")

  static let unknownMember = ConnectorFailure(
    status: .notFound, code: "MemberNotFoundInConversation",
    message: "Member not found in the conversation.")

  static let unknownAttachment = ConnectorFailure(
    status: .notFound, code: "BadArgument", message: "Attachment not found.")

  static let unknownMeeting = ConnectorFailure(
    status: .notFound, code: "BadArgument", message: "Meeting not found.")

  static let notInRoster = ConnectorFailure(
    status: .forbidden, code: "BotNotInConversationRoster",
    message: "The bot is not part of the conversation roster.")

  static let notItsMessage = ConnectorFailure(
    status: .forbidden, code: "Forbidden",
    message: "The bot can only change activities that it sent.")

  static let archived = ConnectorFailure(
    status: .forbidden, code: "Forbidden", message: "The team is archived.")

  static let tooBig = ConnectorFailure(
    status: .contentTooLarge, code: "MessageSizeTooBig", message: "Message size too large.")

  static let notOffered = ConnectorFailure(
    status: .methodNotAllowed, code: "MethodNotAllowed",
    message: "The operation is not supported in Microsoft Teams.")

  static let unknownPath = ConnectorFailure(
    status: .notFound, code: "NotFound", message: "No such resource.")

  static let unexpected = ConnectorFailure(
    status: .internalServerError, code: "ServiceError", message: "An unexpected error occurred.")

  /// The refusal of a request above the published limits.
  static func tooMany(waiting seconds: Int) -> ConnectorFailure {
    ConnectorFailure(
      status: .tooManyRequests, code: "TooManyRequests", message: "Too many requests.",
      headers: [.retryAfter: String(seconds)])
  }

  /// The refusal that the connector has for a status that a rule of faults prescribes.
  init(status: HTTPResponse.Status, headers: HTTPFields) {
    let code =
      switch status.code {
      case 401: Self.unauthorized.code
      case 403: Self.notInRoster.code
      case 404: Self.unknownConversation.code
      case 412: "PreconditionFailed"
      case 413: Self.tooBig.code
      case 429: "TooManyRequests"
      case 400..<500: "BadArgument"
      default: "ServiceError"
      }
    self.init(status: status, code: code, message: status.reasonPhrase, headers: headers)
  }
}
