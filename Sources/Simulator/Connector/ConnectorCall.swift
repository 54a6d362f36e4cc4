import GRDB
import HTTPTypes

/// One request of a bot to the connector.
struct ConnectorCall: Sendable {
  let tenant: Tenant
  let bot: BotRegistration
  let parameters: [String: String]
  let query: FormFields
  let body: [UInt8]
  /// The connector's address, as activities name it.
  let serviceURL: String

  /// The value of a variable segment of the route's template.
  subscript(parameter: String) -> String { parameters[parameter] ?? "" }

  /// The request's body, which must be one JSON object.
  func object() throws(ConnectorFailure) -> Document {
    guard let document = try? DocumentParser.parse(body), document.fields != nil else {
      throw .badArgument("The request body is not a JSON object.")
    }
    return document
  }

  /// The conversation that the path names, when the bot takes part in it.
  func conversation(_ db: Database) throws -> BotConversation {
    try BotConversation(db, self["conversation"], bot: bot)
  }
}

/// One thing that the connector can do.
struct ConnectorRoute: Sendable {
  /// What the published limits count together.
  enum Kind: Sendable {
    case send, create, look, other
  }

  let method: HTTPRequest.Method
  /// The path behind the region, with its variable segments in braces.
  let template: String
  let kind: Kind
  let work: @Sendable (ConnectorCall) async throws -> Answer
  private let segments: [Substring]

  init(
    _ method: HTTPRequest.Method, _ template: String, _ kind: Kind = .other,
    work: @escaping @Sendable (ConnectorCall) async throws -> Answer
  ) {
    self.method = method
    self.template = template
    self.kind = kind
    self.work = work
    segments = template.split(separator: "/")
  }

  /// The values of the variable segments, when this is the template's path.
  func parameters(of path: [String]) -> [String: String]? {
    guard path.count == segments.count else { return nil }
    var parameters: [String: String] = [:]
    for (segment, text) in zip(segments, path) {
      if segment.hasPrefix("{") {
        parameters[String(segment.dropFirst().dropLast())] = text
      } else if segment.lowercased() != text.lowercased() {
        return nil
      }
    }
    return parameters
  }
}
