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
  /// Whether carrying this out changes something.
  let writes: Bool
  /// Whether carrying this out twice is the same as once.
  let isRepeatable: Bool
  /// What counts against Graph's limits.
  let paced: [PacedRequest]
  /// Who is asked, and so whose a refusal is.
  private(set) var server = AskedServer.graph
  /// Whether the address of what is asked for will do as an answer.
  var takesAddress = false
  /// Counts the bytes of the body while they leave.
  var meter: BodyMeter?

  init<Response>(_ request: GraphRequest<Response>, root: GraphRoot) {
    self.init(
      request.method, request.path.template, path: root.path(of: request.target),
      headers: request.headers, body: request.content ?? request.body?.bytes,
      isRepeatable: request.content == nil ? nil : false)
    server = root.server
    meter = request.meter
  }

  init(_ request: RawRequest, root: GraphRoot) {
    self.init(
      request.method, request.path.template, path: root.path(of: request.path.text),
      headers: request.headers, body: request.body)
    server = root.server
  }

  /// The request for the page behind a next link, with the headers of the first one.
  ///
  /// Links carry the query options but not the headers (`ConsistencyLevel`, `Prefer`).
  init(following path: String, of first: GraphCall) {
    self.init(.get, first.template, path: path, headers: first.headers, body: nil)
    server = first.server
  }

  /// The one request that carries others; it is repeated only where none of them writes.
  init(carrying calls: [GraphCall], body: [UInt8], root: GraphRoot) {
    method = .post
    template = "/$batch"
    path = root.path(of: "/$batch")
    headers = [:]
    self.body = body
    writes = calls.contains(where: \.writes)
    isRepeatable = !writes
    paced = calls.flatMap(\.paced)
  }

  private init(
    _ method: HTTPRequest.Method, _ template: String, path: String, headers: [String: String],
    body: [UInt8]?, isRepeatable: Bool? = nil
  ) {
    self.method = method
    self.template = template
    self.path = path
    self.headers = headers
    self.body = body
    writes = ![.get, .head, .options].contains(method)
    self.isRepeatable = isRepeatable ?? RetryAttempt.isRepeatable(method)
    paced = [PacedRequest(method, path: path)]
  }

  /// Whether an answer that is no success is one for this call.
  func isAnswered(by head: HTTPResponse) -> Bool {
    takesAddress && head.status.kind == .redirection && head.headerFields[.location] != nil
  }

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
    var error = GraphError(
      code: code,
      status: answer?.head.status.code ?? 0,
      requestID: answer?.head.headerFields[.requestID],
      method: method,
      template: template)
    error.server = server
    return error
  }
}
