import Foundation
import HTTPTypes

/// One request on its way through a route: who asks, for what, of which tenant.
struct Call: Sendable {
  /// Where the request is answered, for those that bring others along.
  let graph: GraphDesk
  let tenant: Tenant
  let caller: Caller
  let parameters: [String: String]
  let query: QueryOptions
  let rules: QueryRules
  let headers: HTTPFields
  let body: [UInt8]
  /// The address of the version, as the client wrote it: `http://127.0.0.1:4000/v1.0`.
  let root: String
  /// The path that was asked for, percent-encoded, below the version.
  let path: String
  let requestID: String

  /// The value of a variable segment of the route's template.
  subscript(parameter: String) -> String { parameters[parameter] ?? "" }

  /// The signed-in person's object id.
  var me: String {
    get throws(GraphFailure) {
      guard let id = caller.personID else { throw .onlyDelegatedMe }
      return id
    }
  }

  /// The request's body, which must be one JSON object.
  func object() throws(GraphFailure) -> Document {
    let type = headers[.contentType] ?? ""
    guard type.lowercased().hasPrefix("application/json") else {
      throw GraphFailure(
        status: .unsupportedMediaType, code: "UnsupportedMediaType",
        message: "A supported MIME type could not be found that matches the content type of "
          + "the request. None of the supported type(s) match the content type '\(type)'.")
    }
    guard let document = try? DocumentParser.parse(body), document.fields != nil else {
      throw .badRequest(
        "Unable to read JSON request payload. Please ensure Content-Type header is set and "
          + "payload is of valid JSON format.")
    }
    return document
  }

  /// Whether the client said that it knows enum members newer than the first ones.
  var knowsNewMembers: Bool {
    headers[values: .prefer].contains { $0.lowercased().contains("include-unknown-enum-members") }
  }

  var isEventuallyConsistent: Bool {
    headers[.consistencyLevel]?.lowercased() == "eventual"
  }

  /// The address of the description of an answer's shape.
  func context(_ shape: String) -> Document {
    .string("\(root)/$metadata#\(shape)")
  }
}

extension HTTPField.Name {
  static let prefer = literal("Prefer")
  static let preferenceApplied = literal("Preference-Applied")
  static let consistencyLevel = literal("ConsistencyLevel")
  static let requestID = literal("request-id")
  static let clientRequestID = literal("client-request-id")
  static let odataVersion = literal("OData-Version")
  static let diagnostic = literal("x-ms-ags-diagnostic")

  /// A name that is known to be a token; `accept` stands for one that is not.
  private static func literal(_ text: String) -> HTTPField.Name {
    HTTPField.Name(text) ?? .accept
  }
}
