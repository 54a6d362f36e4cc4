import Foundation
import HTTPTypes

/// The requests of one `$batch`, checked: each is answered as if it had come alone.
struct Batch: Sendable {
  /// One of them.
  struct Item: Sendable {
    let id: String
    let method: HTTPRequest.Method
    /// Path and query below the version, with a leading slash.
    let url: String
    let headers: HTTPFields
    let body: [UInt8]
    let dependencies: [String]
  }

  private static let most = 20

  let items: [Item]

  /// Reads the batch.
  ///
  /// - Parameters:
  ///   - request: The body of the request.
  ///   - root: The address of the version, below which an item may write its whole address.
  /// - Throws: Why Graph refuses the whole of it.
  init(_ request: Document, root: String) throws(GraphFailure) {
    guard let sent = request["requests"]?.array, !sent.isEmpty else {
      throw .badRequest("Invalid batch payload format.")
    }
    guard sent.count <= Self.most else {
      throw .badRequest("Number of batch request steps exceeds the maximum value of \(Self.most).")
    }
    var items: [Item] = []
    var earlier: Set<String> = []
    for document in sent {
      let item = try Item(document, root: root)
      // Graph wants what is depended on to stand before what depends on it.
      guard item.dependencies.allSatisfy({ earlier.contains($0.lowercased()) }) else {
        throw .badRequest("Invalid dependency for request Id : \(item.id)")
      }
      guard earlier.insert(item.id.lowercased()).inserted else {
        throw .badRequest("Request Id must be unique within a batch.")
      }
      items.append(item)
    }
    self.items = items
  }
}

extension Batch {
  /// Answers the items one after the other; what depends on a failure is not tried.
  func responses(of call: Call) async -> [Document] {
    var failed: Set<String> = []
    var responses: [Document] = []
    for item in items {
      let response: Response
      if item.dependencies.contains(where: { failed.contains($0.lowercased()) }) {
        response = Response(
          GraphFailure(
            status: .init(code: 424), code: "FailedDependency",
            message: "A request that this one depends on has failed."), call)
      } else {
        let outcome = await call.graph.answer(item: item.visit(call))
        response =
          switch outcome.result {
          case .success(let answer): Response(answer)
          case .failure(let failure): Response(failure, call)
          }
      }
      if response.status.code >= 400 { failed.insert(item.id.lowercased()) }
      responses.append(response.document(id: item.id))
    }
    return responses
  }

  /// The answer to one item.
  private struct Response {
    let status: HTTPResponse.Status
    var headers: HTTPFields
    var body: Document?

    init(_ answer: Answer) {
      status = answer.status
      headers = answer.headers
      switch answer.body {
      case .none: break
      case .document(let document):
        headers[.contentType] = "application/json"
        body = document
      case .text(let text), .html(let text):
        headers[.contentType] = "text/plain"
        body = .string(Data(text.utf8).base64EncodedString())
      case .bytes(let bytes, let type):
        headers[.contentType] = type
        body = .string(bytes.base64EncodedString())
      }
    }

    init(_ failure: GraphFailure, _ call: Call) {
      let exchange = Exchange(headers: [:], at: call.tenant.now)
      status = failure.status
      headers = failure.headers
      headers[.contentType] = "application/json"
      body = failure.document(
        requestID: exchange.requestID, clientRequestID: exchange.clientRequestID,
        at: exchange.time)
    }

    func document(id: String) -> Document {
      var fields = Document.Fields()
      for field in headers { fields[field.name.rawName] = .string(field.value) }
      var document: Document.Fields = [
        "id": .string(id), "status": .number(status.code), "headers": .object(fields),
      ]
      document["body"] = body
      return .object(document)
    }
  }
}

extension Batch.Item {
  fileprivate init(_ sent: Document, root: String) throws(GraphFailure) {
    guard let id = sent["id"]?.string, !id.isEmpty, let method = sent["method"]?.string,
      let known = HTTPRequest.Method(method.uppercased()), let url = sent["url"]?.string
    else { throw .badRequest("Invalid batch payload format.") }
    // The libraries of Microsoft for Python write whole addresses, and Graph takes its own.
    let isOwn = url.lowercased().hasPrefix(root.lowercased() + "/")
    let target = isOwn ? String(url.dropFirst(root.count)) : url
    guard !target.isEmpty, !target.contains("://") else {
      throw .badRequest("The url of request '\(id)' must be relative.")
    }
    self.id = id
    self.method = known
    self.url = target.hasPrefix("/") ? target : "/" + target
    let path = RequestPath(self.url.prefix { $0 != "?" })
    guard path.segments.first?.name != "$batch" else {
      throw .badRequest("Request '\(id)' is a batch itself, which is not supported.")
    }
    var headers = HTTPFields()
    for entry in sent["headers"]?.fields?.entries ?? [] {
      guard let name = HTTPField.Name(entry.name), let value = entry.value.string else { continue }
      headers[name] = value
    }
    self.headers = headers
    dependencies = (sent["dependsOn"]?.array ?? []).compactMap(\.string)
    guard let body = sent["body"], !body.isNull else {
      self.body = []
      return
    }
    guard let type = headers[.contentType] else {
      throw .badRequest("Write request id : \(id) does not contain Content-Type header or body.")
    }
    let isJSON = type.lowercased().hasPrefix("application/json")
    guard !isJSON, let text = body.string else {
      self.body = body.bytes
      return
    }
    guard let data = Data(base64Encoded: text) else {
      throw .badRequest("The body of request '\(id)' is not base64.")
    }
    self.body = Array(data)
  }

  /// The item as a request of its own, from the caller of the batch.
  fileprivate func visit(_ call: Call) -> GraphDesk.Visit {
    var headers = headers
    headers[.authorization] = call.headers[.authorization]
    let parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let version = call.root.split(separator: "/").last.map(String.init) ?? "v1.0"
    return GraphDesk.Visit(
      method: method, version: version, path: String(parts[0]),
      query: parts.count > 1 ? String(parts[1]) : "", headers: headers,
      body: .success(body), origin: String(call.root.dropLast(version.count + 1)),
      requestID: call.requestID)
  }
}
