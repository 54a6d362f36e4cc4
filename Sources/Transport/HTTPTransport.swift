/// Something that carries one HTTP request to its server, and the whole answer back.
package protocol HTTPTransport: Sendable {
  /// Sends one request, and returns when the whole answer is here.
  ///
  /// Any number may be under way at once. Cancelling the task resumes the caller at once; what was sent
  /// until then may still have its effect. An answer of any status is a success here, redirects too.
  func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse
}
