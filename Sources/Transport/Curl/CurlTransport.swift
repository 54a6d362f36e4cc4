internal import HTTPTypes
internal import Synchronization

/// Sends requests through libcurl: HTTP/2 over TLS, kept connections, compression, curl's proxies.
///
/// Redirects are not followed, since they would carry a token to a host that it was not meant for. The
/// thread underneath starts with the first request and ends when this object is released.
package final class CurlTransport: HTTPTransport {
  private let configuration: CurlConfiguration
  /// Made for the first request: most starts of a shell send none.
  private let made = Mutex<CurlLoop?>(nil)

  package var executor: (any TaskExecutor)? { loop }

  package init(configuration: CurlConfiguration = CurlConfiguration()) {
    self.configuration = configuration
  }

  deinit {
    made.withLock { $0 }?.stop()
  }

  private var loop: CurlLoop {
    made.withLock { made in
      if let made { return made }
      let loop = CurlLoop(configuration: configuration)
      made = loop
      return loop
    }
  }

  package func send(
    _ request: TransportRequest
  ) async throws(TransportError) -> TransportResponse {
    guard let destination = Destination(request.head) else {
      throw TransportError(
        code: .unsupportedURL, host: request.head.authority ?? "",
        detail: "only https, and http to this machine")
    }
    return try await loop.run(CurlLoop.Job(request: request, destination: destination)).get()
  }
}
