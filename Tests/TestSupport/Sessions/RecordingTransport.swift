package import Transport

import Documents
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

  /// The requests to Graph so far, as `GET /teams/19%3A…`, without version and query; those of a batch each
  /// for itself.
  package var graphRequests: [String] {
    requests.withLock { $0 }.flatMap { request -> [String] in
      guard let path = request.head.path, path.hasPrefix("/v1.0/") else { return [] }
      if path == "/v1.0/$batch" { return Self.items(of: request) }
      return ["\(request.head.method.rawValue) \(path.dropFirst(5).prefix { $0 != "?" })"]
    }
  }

  /// How many round trips to Graph there were so far.
  package var graphRoundTrips: Int {
    requests.withLock { $0 }.count { $0.head.path?.hasPrefix("/v1.0/") == true }
  }

  /// The requests so far to the addresses that carry their own leave.
  package var storageRequests: [(method: String, path: String)] {
    requests.withLock { $0 }.compactMap { request in
      guard let path = request.head.path, path.hasPrefix("/storage/") else { return nil }
      return (request.head.method.rawValue, path)
    }
  }

  private static func items(of batch: TransportRequest) -> [String] {
    let document = try? JSON(parsing: batch.body ?? [])
    return (document?["requests"]?.array ?? []).map { item in
      "\(item["method"]?.string ?? "") \((item["url"]?.string ?? "").prefix { $0 != "?" })"
    }
  }

  /// Those that would change something.
  package var writes: [String] { graphRequests.filter { !$0.hasPrefix("GET ") } }

  package func forget() {
    requests.withLock { $0 = [] }
  }
}
