package import HTTPTypes
import Transport

/// A request of the user's own making: any method, path, headers and body.
package struct RawRequest: Sendable {
  package var method: HTTPRequest.Method
  package var path: GraphPath
  /// Headers beside those the client sets itself; `Content-Type` is JSON unless given here.
  package var headers: [String: String]
  package var body: [UInt8]?

  package init(
    method: HTTPRequest.Method, path: GraphPath, headers: [String: String] = [:],
    body: [UInt8]? = nil
  ) {
    self.method = method
    self.path = path
    self.headers = headers
    self.body = body
  }
}

/// A success as it came, JSON or not.
package struct RawAnswer: Sendable {
  package let status: Int
  package let requestID: String?
  package let contentType: String?
  package let location: String?
  package let body: [UInt8]

  init(_ answer: TransportResponse) {
    let headers = answer.head.headerFields
    status = answer.head.status.code
    requestID = headers[.requestID]
    contentType = headers[.contentType]
    location = headers[.location]
    body = answer.body
  }
}
