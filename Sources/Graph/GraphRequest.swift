package import Documents
package import HTTPTypes
package import Transport

/// One call to Graph and the kind of document that answers it.
///
///     static func archive(_ id: String) -> GraphRequest<NoContent> {
///       .post("/teams/\(id)/archive", ["shouldSetSpoSiteReadOnlyForMembers": true])
///     }
package struct GraphRequest<Response: DocumentView>: Sendable {
  package var method: HTTPRequest.Method
  package var path: GraphPath
  /// The query options, in the order they are sent.
  package var query: [GraphQuery]
  /// Headers beside those the client sets itself; sent again with every further page.
  package var headers: [String: String]
  package var body: JSON?
  /// Bytes that are sent instead of a document, as of a file.
  package var content: [UInt8]?
  /// Counts the bytes of the content while they leave, where somebody watches.
  package var meter: BodyMeter?

  package init(
    method: HTTPRequest.Method, path: GraphPath, query: [GraphQuery] = [],
    headers: [String: String] = [:], body: JSON? = nil
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
  }

  /// A request that reads.
  package static func get(
    _ path: GraphPath, _ query: KeyValuePairs<String, String> = [:], headers: [String: String] = [:]
  ) -> Self {
    Self(
      method: .get, path: path, query: query.map { GraphQuery(name: $0.key, value: $0.value) },
      headers: headers)
  }

  /// A request that makes something, or starts an action.
  package static func post(_ path: GraphPath, _ body: JSON? = nil) -> Self {
    Self(method: .post, path: path, body: body)
  }

  /// A request that alters some fields.
  package static func patch(_ path: GraphPath, _ body: JSON? = nil) -> Self {
    Self(method: .patch, path: path, body: body)
  }

  /// A request that replaces something.
  package static func put(_ path: GraphPath, _ body: JSON? = nil) -> Self {
    Self(method: .put, path: path, body: body)
  }

  /// A request that stores the bytes of a file under a name, or under another one where that is taken.
  ///
  /// It is not repeated after a lost answer: the second file would get yet another name.
  package static func put(_ path: GraphPath, storing content: [UInt8]) -> Self {
    var request = Self(
      method: .put, path: path,
      query: [GraphQuery(name: "@microsoft.graph.conflictBehavior", value: "rename")],
      headers: ["Content-Type": "application/octet-stream"])
    request.content = content
    return request
  }

  /// A request that removes something.
  package static func delete(_ path: GraphPath) -> Self {
    Self(method: .delete, path: path)
  }

  /// The path and query below the root, encoded, without a version.
  package var target: String {
    guard !query.isEmpty else { return path.text }
    let options = query.map(\.text).joined(separator: "&")
    return path.text + (path.text.contains("?") ? "&" : "?") + options
  }
}

/// One query option, as `$top=50`.
package struct GraphQuery: Sendable, Hashable {
  package let name: String
  package let value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  /// The option as it stands in a URL.
  var text: String { PercentEncoding.query(name) + "=" + PercentEncoding.query(value) }
}
