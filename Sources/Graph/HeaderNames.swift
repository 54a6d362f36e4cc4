import HTTPTypes

extension HTTPField.Name {
  static let requestID = Self.known("request-id")
  static let clientRequestID = Self.known("client-request-id")

  private static func known(_ name: StaticString) -> Self {
    guard let known = Self(name.description) else {
      preconditionFailure("The name of a header field is a token.")
    }
    return known
  }
}
