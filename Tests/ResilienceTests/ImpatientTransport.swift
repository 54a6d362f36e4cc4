import Foundation
import HTTPTypes
import Transport

/// Gives writes to some places little time, so that a test sees what happens when it is up.
struct ImpatientTransport: HTTPTransport {
  let inner: any HTTPTransport
  /// Parts of the paths.
  let places: [String]

  /// Long enough for a busy machine to open a connection.
  private static let patience = Duration.seconds(5)

  func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
    var request = request
    let path = request.head.path?.removingPercentEncoding ?? ""
    if request.head.method != .get, places.contains(where: path.contains) {
      request.timeout = Self.patience
    }
    return try await inner.send(request)
  }
}
