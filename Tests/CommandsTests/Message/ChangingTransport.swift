import HTTPTypes
import Synchronization
import Transport

/// Does something between the ranges of a file that is being sent.
final class ChangingTransport: HTTPTransport {
  private let inner: any HTTPTransport
  private let change: Mutex<(@Sendable () throws -> Void)?>

  /// The change happens once the first range was answered.
  init(_ inner: any HTTPTransport, _ change: @escaping @Sendable () throws -> Void) {
    self.inner = inner
    self.change = Mutex(change)
  }

  func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
    let answer = try await inner.send(request)
    guard request.head.method == .put, request.head.path?.contains("/uploads/") == true
    else { return answer }
    let change = change.withLock { change in
      defer { change = nil }
      return change
    }
    do {
      try change?()
    } catch {
      throw TransportError(code: .unavailable, host: "", detail: "\(error)")
    }
    return answer
  }
}
