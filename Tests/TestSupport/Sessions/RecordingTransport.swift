package import Documents
package import Transport

import HTTPTypes
import Synchronization

/// Passes requests on, and remembers what they asked for; of bodies only those to the Bot connector, since
/// others may be whole files.
package final class RecordingTransport: HTTPTransport {
  private let inner: any HTTPTransport
  private let requests = Mutex<[Asked]>([])

  /// What is kept of a request.
  private struct Asked: Sendable {
    let method: String
    let path: String
    /// What a batch holds, each as `GET /teams/19%3A…?$top=5`.
    let items: [String]
    /// What the Bot connector is to do.
    let body: JSON?

    init(_ request: TransportRequest) {
      method = request.head.method.rawValue
      path = request.head.path ?? ""
      items = path == "/v1.0/$batch" ? Self.items(of: request.body ?? []) : []
      body = path.contains("/v3/") ? request.body.flatMap { try? JSON(parsing: $0) } : nil
    }

    private static func items(of batch: [UInt8]) -> [String] {
      ((try? JSON(parsing: batch))?["requests"]?.array ?? []).map { item in
        "\(item["method"]?.string ?? "") \(item["url"]?.string ?? "")"
      }
    }
  }

  package init(_ inner: any HTTPTransport) {
    self.inner = inner
  }

  package func send(
    _ request: TransportRequest
  ) async throws(TransportError) -> TransportResponse {
    let asked = Asked(request)
    requests.withLock { $0.append(asked) }
    return try await inner.send(request)
  }

  /// The requests to Graph so far, as `GET /teams/19%3A…`, without version and query; those of a batch each
  /// for itself.
  package var graphRequests: [String] {
    requests.withLock { $0 }.filter { $0.path.hasPrefix("/v1.0/") }.flatMap { request in
      request.path == "/v1.0/$batch"
        ? request.items : ["\(request.method) \(request.path.dropFirst(5))"]
    }
    .map { String($0.prefix { $0 != "?" }) }
  }

  /// How many round trips to Graph there were so far.
  package var graphRoundTrips: Int {
    requests.withLock { $0 }.count { $0.path.hasPrefix("/v1.0/") }
  }

  /// The requests so far to the addresses that carry their own leave.
  package var storageRequests: [(method: String, path: String)] {
    requests.withLock { $0 }.filter { $0.path.hasPrefix("/storage/") }.map { ($0.method, $0.path) }
  }

  /// The requests to the Bot connector so far, as `POST /v3/conversations`, without the connector's address.
  package var connectorRequests: [String] { connectorCalls.map(\.request) }

  /// The same with their bodies.
  package var connectorCalls: [(request: String, body: JSON?)] {
    requests.withLock { $0 }.compactMap { request in
      request.path.firstRange(of: "/v3/").map {
        ("\(request.method) \(request.path[$0.lowerBound...])", request.body)
      }
    }
  }

  /// Those that would change something.
  package var writes: [String] { graphRequests.filter { !$0.hasPrefix("GET ") } }

  package func forget() {
    requests.withLock { $0 = [] }
  }
}
