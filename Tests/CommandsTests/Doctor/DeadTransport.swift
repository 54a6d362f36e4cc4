import HTTPTypes
import Transport

/// A network on which nothing can be reached.
struct DeadTransport: HTTPTransport {
  func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
    throw TransportError(
      code: .connectFailed, host: request.head.authority ?? "", detail: "No route to host")
  }
}
