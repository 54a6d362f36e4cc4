import Documents
import HTTPTypes
import Transport

/// One request, ready to be sent as often as it takes.
struct GraphCall: Sendable {
  let method: HTTPRequest.Method
  let template: String
  let path: String
  let headers: [String: String]
  let body: [UInt8]?

  init<Response>(_ request: GraphRequest<Response>, root: GraphRoot) {
    method = request.method
    template = request.path.template
    path = root.path(of: request.target)
    headers = request.headers
    body = request.body?.bytes
  }

  init(_ request: RawRequest, root: GraphRoot) {
    method = request.method
    template = request.path.template
    path = root.path(of: request.path.text)
    headers = request.headers
    body = request.body
  }

  /// The request for the page behind a next link, with the headers of the first one.
  ///
  /// Links carry the query options but not the headers (`ConsistencyLevel`, `Prefer`).
  init(following path: String, of first: GraphCall) {
    method = .get
    template = first.template
    self.path = path
    headers = first.headers
    body = nil
  }

  /// Whether carrying this out changes something.
  var writes: Bool { ![.get, .head, .options].contains(method) }

  /// The document of a success; `null` for an empty body.
  func document(of answer: TransportResponse) throws(GraphError) -> JSON {
    guard !answer.body.isEmpty else { return .null }
    do {
      return try JSON(parsing: answer.body)
    } catch {
      throw self.error(.malformedAnswer, answer)
    }
  }

  /// An error that this client finds in an answer.
  func error(_ code: GraphError.Code, _ answer: TransportResponse? = nil) -> GraphError {
    GraphError(
      code: code,
      status: answer?.head.status.code ?? 0,
      requestID: answer?.head.headerFields[.requestID],
      method: method,
      template: template)
  }
}
