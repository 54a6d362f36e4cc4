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

  init(_ request: Document) throws(GraphFailure) {
    guard let sent = request["requests"]?.array, !sent.isEmpty else {
      throw .badRequest("Invalid batch payload format.")
    }
    guard sent.count <= Self.most else {
      throw .badRequest("Number of batch request steps exceeds the maximum value of \(Self.most).")
    }
    var items: [Item] = []
    for document in sent { items.append(try Item(document)) }
    let ids = items.map { $0.id.lowercased() }
    guard Set(ids).count == ids.count else {
      throw .badRequest("Request Id must be unique within a batch.")
    }
    for item in items {
      if let odd = item.dependencies.first(where: { !ids.contains($0.lowercased()) }) {
        throw .badRequest("Request '\(item.id)' depends on '\(odd)', which is not in the batch.")
      }
    }
    self.items = items
    guard order.count == items.count else {
      throw .badRequest("The requests of the batch depend on each other in a circle.")
    }
  }

  /// The items in an order in which each comes after those that it depends on.
  private var order: [Item] {
    var order: [Item] = []
    var done: Set<String> = []
    var waiting = items
    while let index = waiting.firstIndex(where: { item in
      item.dependencies.allSatisfy { done.contains($0.lowercased()) }
    }) {
      let item = waiting.remove(at: index)
      done.insert(item.id.lowercased())
      order.append(item)
    }
    return order
  }
}

extension Batch {
  /// Answers the items one after the other; what depends on a failure is not tried.
  func responses(of call: Call) async -> [Document] {
    var failed: Set<String> = []
    var responses: [Document] = []
    for item in order {
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
  fileprivate init(_ sent: Document) throws(GraphFailure) {
    guard let id = sent["id"]?.string, !id.isEmpty, let method = sent["method"]?.string,
      let known = HTTPRequest.Method(method.uppercased()), let url = sent["url"]?.string
    else { throw .badRequest("Invalid batch payload format.") }
    guard !url.isEmpty, !url.contains("://") else {
      throw .badRequest("The url of request '\(id)' must be relative.")
    }
    self.id = id
    self.method = known
    self.url = url.hasPrefix("/") ? url : "/" + url
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
      query: parts.count > 1 ? String(parts[1]) : "", headers: headers, body: body,
      origin: String(call.root.dropLast(version.count + 1)), requestID: call.requestID)
  }
}
