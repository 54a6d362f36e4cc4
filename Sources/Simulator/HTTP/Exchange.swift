import Foundation
import HTTPTypes
import Hummingbird

/// What a request and its response have in common, and how a response is put together.
struct Exchange: Sendable {
  let requestID: String
  let clientRequestID: String
  let time: Instant
  /// Whether a page of another site asks, as its browser says.
  private let isCrossSite: Bool

  init(headers: HTTPFields, at time: Instant) {
    requestID = UUID().uuidString.lowercased()
    clientRequestID = headers[.clientRequestID] ?? requestID
    self.time = time
    isCrossSite = headers[.origin] != nil
  }

  private static let graphType =
    "application/json;odata.metadata=minimal;odata.streaming=true;"
    + "IEEE754Compatible=false;charset=utf-8"

  private static let connectorType = "application/json; charset=utf-8"

  /// The headers that Graph lets the pages of other sites read.
  private static let exposed =
    "ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, "
    + "ReadWriteConsistencyToken, SdkVersion, WWW-Authenticate, x-ms-client-gcc-tenant, Retry-After"

  private static let serverInfo =
    #"{"ServerInfo":{"DataCenter":"Local","Slice":"E","Ring":"5","ScaleUnit":"001","#
    + #""RoleInstance":"TENANT01"}}"#

  func response(_ answer: Answer) -> Delivery {
    var headers = graphHeaders
    for field in answer.headers { headers.append(field) }
    switch answer.body {
    case .none:
      return Delivery(status: answer.status, headers: headers)
    case .document(let document):
      return with(headers, type: Self.graphType, document.bytes, answer.status)
    case .text(let text), .html(let text):
      return with(headers, type: "text/plain", Array(text.utf8), answer.status)
    case .bytes(let bytes, let type):
      return with(headers, type: type, Array(bytes), answer.status)
    }
  }

  func response(_ failure: GraphFailure) -> Delivery {
    var headers = graphHeaders
    for field in failure.headers { headers.append(field) }
    let body = failure.document(
      requestID: requestID, clientRequestID: clientRequestID, at: time)
    return with(headers, type: "application/json", body.bytes, failure.status)
  }

  func response(signIn answer: Answer) -> Delivery {
    var headers = signInHeaders
    for field in answer.headers { headers.append(field) }
    switch answer.body {
    case .none: return Delivery(status: answer.status, headers: headers)
    case .document(let document):
      return with(headers, type: "application/json; charset=utf-8", document.bytes, answer.status)
    case .text(let text):
      return with(headers, type: "text/plain; charset=utf-8", Array(text.utf8), answer.status)
    case .html(let text):
      return with(headers, type: "text/html; charset=utf-8", Array(text.utf8), answer.status)
    case .bytes(let bytes, let type):
      return with(headers, type: type, Array(bytes), answer.status)
    }
  }

  func response(_ failure: TokenFailure) -> Delivery {
    let body = failure.document(at: time, traceID: requestID, correlationID: clientRequestID)
    return with(
      signInHeaders, type: "application/json; charset=utf-8", body.bytes, failure.status)
  }

  func response(connector result: Result<Answer, ConnectorFailure>) -> Delivery {
    var headers: HTTPFields = [.correlatingOperationID: requestID]
    switch result {
    case .success(let answer):
      for field in answer.headers { headers.append(field) }
      switch answer.body {
      case .none: return Delivery(status: answer.status, headers: headers)
      case .document(let document):
        return with(headers, type: Self.connectorType, document.bytes, answer.status)
      case .text(let text), .html(let text):
        return with(headers, type: "text/plain", Array(text.utf8), answer.status)
      case .bytes(let bytes, let type):
        return with(headers, type: type, Array(bytes), answer.status)
      }
    case .failure(let failure):
      for field in failure.headers { headers.append(field) }
      return with(headers, type: Self.connectorType, failure.document.bytes, failure.status)
    }
  }

  /// The answer to a browser that asks whether a page of another site may send a request.
  func preflight(_ request: Request) -> Delivery? {
    guard request.method == .options, isCrossSite,
      let method = request.headers[.accessControlRequestMethod]
    else { return nil }
    var headers = graphHeaders
    headers[.accessControlAllowMethods] = method
    headers[.accessControlAllowHeaders] = request.headers[.accessControlRequestHeaders]
    headers[.accessControlMaxAge] = "3600"
    return Delivery(status: .ok, headers: headers)
  }

  /// The answer of the server in front of Graph, which Graph itself never sees.
  var targetTooLong: Delivery {
    let page =
      "<!DOCTYPE HTML>\r\n<HTML><HEAD><TITLE>Request URL Too Long</TITLE></HEAD>\r\n"
      + "<BODY><h2>Request URL Too Long</h2>\r\n"
      + "<hr><p>HTTP Error 414. The request URL is too long.</p>\r\n</BODY></HTML>\r\n"
    return with([:], type: "text/html; charset=us-ascii", Array(page.utf8), .uriTooLong)
  }

  func response(plain text: String, status: HTTPResponse.Status) -> Delivery {
    with(signInHeaders, type: "text/plain; charset=utf-8", Array(text.utf8), status)
  }

  private var graphHeaders: HTTPFields {
    var headers: HTTPFields = [
      .cacheControl: "no-cache", .strictTransportSecurity: "max-age=31536000",
      .requestID: requestID, .clientRequestID: clientRequestID, .diagnostic: Self.serverInfo,
      .odataVersion: "4.0",
    ]
    if isCrossSite {
      headers[.accessControlAllowOrigin] = "*"
      headers[.accessControlExposeHeaders] = Self.exposed
    }
    return headers
  }

  private var signInHeaders: HTTPFields {
    [.cacheControl: "no-store, no-cache", .pragma: "no-cache", .requestIDOfEntra: requestID]
  }

  private func with(
    _ headers: HTTPFields, type: String, _ bytes: [UInt8], _ status: HTTPResponse.Status
  ) -> Delivery {
    var headers = headers
    headers[.contentType] = type
    return Delivery(status: status, headers: headers, bytes: bytes)
  }
}

extension HTTPField.Name {
  static let pragma = HTTPField.Name("Pragma") ?? .cacheControl
  static let correlatingOperationID =
    HTTPField.Name("X-Correlating-OperationId") ?? .cacheControl
  static let requestIDOfEntra = HTTPField.Name("x-ms-request-id") ?? .cacheControl
}
