/// Something that carries one HTTP request to its server, and the whole answer back.
package protocol HTTPTransport: Sendable {
  /// Sends one request, and returns when the whole answer is here.
  ///
  /// Any number may be under way at once. Cancelling the task resumes the caller at once; what was sent
  /// until then may still have its effect. An answer of any status is a success here, redirects too.
  func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse

  /// Where work between two requests runs without changing threads; `nil` where it does not matter.
  ///
  /// Such work must be short and must not block: every other transfer waits for it.
  var executor: (any TaskExecutor)? { get }
}

extension HTTPTransport {
  package var executor: (any TaskExecutor)? { nil }
}
