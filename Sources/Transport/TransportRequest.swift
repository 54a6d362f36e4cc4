package import HTTPTypes

/// One request, ready to be sent: head, body, and how long it may take.
package struct TransportRequest: Sendable {
  package var head: HTTPRequest
  package var body: [UInt8]?
  /// Bounds everything from the look-up of the name to the last byte of the answer.
  package var timeout: Duration
  /// Counts the bytes of the body while they leave, where somebody watches.
  package var meter: BodyMeter?

  package init(head: HTTPRequest, body: [UInt8]? = nil, timeout: Duration = .seconds(100)) {
    self.head = head
    self.body = body
    self.timeout = timeout
  }

  /// Takes an absolute URL apart without changing a byte of it, as next links need.
  ///
  /// Only the fragment is dropped. A text that is no URL makes a request that a transport refuses.
  package init(
    _ method: HTTPRequest.Method, url: String, fields: HTTPFields = [:], body: [UInt8]? = nil,
    timeout: Duration = .seconds(100)
  ) {
    var head = HTTPRequest(method: method, scheme: nil, authority: nil, path: nil)
    head.headerFields = fields
    let whole = url.prefix { $0 != "#" }
    if let colon = whole.firstIndex(of: ":"), whole[colon...].hasPrefix("://") {
      let rest = whole[colon...].dropFirst(3)
      let authority = rest.prefix { $0 != "/" && $0 != "?" }
      let path = rest[authority.endIndex...]
      head.scheme = whole[..<colon].lowercased()
      head.authority = String(authority)
      head.path = path.hasPrefix("/") ? String(path) : "/" + path
    }
    self.init(head: head, body: body, timeout: timeout)
  }

  /// Whether the request may be sent twice with no more effect than once (RFC 9110 §9.2.2).
  package var isRepeatable: Bool {
    switch head.method {
    case .get, .head, .options, .put, .delete: true
    default: false
    }
  }
}
