package import Transport

import HTTPTypes
import Synchronization

/// Passes requests on, and remembers them.
package final class RecordingTransport: HTTPTransport {
  private let inner: any HTTPTransport
  private let requests = Mutex<[TransportRequest]>([])

  package init(_ inner: any HTTPTransport) {
    self.inner = inner
  }

  package func send(
    _ request: TransportRequest
  ) async throws(TransportError) -> TransportResponse {
    requests.withLock { $0.append(request) }
    return try await inner.send(request)
  }

  /// The requests to Graph so far, as `GET /teams/19%3A…`, without version and query.
  package var graphRequests: [String] {
    requests.withLock { $0 }.compactMap { request in
      guard let path = request.head.path, path.hasPrefix("/v1.0/") else { return nil }
      return "\(request.head.method.rawValue) \(path.dropFirst(5).prefix { $0 != "?" })"
    }
  }

  /// Those that would change something.
  package var writes: [String] { graphRequests.filter { !$0.hasPrefix("GET ") } }

  package func forget() {
    requests.withLock { $0 = [] }
  }
}
