import HTTPTypes
import Transport

/// How reading the bytes of a file ended.
package enum DownloadEnd: Sendable, Hashable {
  case complete(bytes: Int, contentType: String?)
  /// Another state of the file is there than the one that was begun with.
  case changed
  /// Nothing was read: there are so many bytes.
  case tooLarge(bytes: Int)
}

extension GraphClient {
  /// How many bytes are asked for at once, and so how many are in memory.
  private static let pieceSize = 2 << 20

  /// Reads what lies behind a path: a picture, or a file piece by piece.
  ///
  /// Graph answers with the bytes, or with an address that carries its own leave: that one is asked
  /// without a token, wherever it is, and by ranges, so that the largest file takes little memory.
  ///
  /// - Parameters:
  ///   - path: The content's path.
  ///   - largest: How many bytes are taken at most.
  ///   - take: Takes one piece after the other.
  /// - Returns: How it ended.
  /// - Throws: ``GraphError``, `TransportError`, or what taking a piece throws.
  package func download(
    _ path: GraphPath, largest: Int = .max, _ take: ([UInt8]) throws -> Void
  ) async throws -> DownloadEnd {
    var call = GraphCall(
      RawRequest(method: .get, path: path, headers: ["Accept": "*/*"]), root: exchange.root)
    call.takesAddress = true
    let answer = try await exchange.send(call)
    if call.isAnswered(by: answer.head), let address = answer.head.headerFields[.location] {
      return try await pieces(of: address, call, largest: largest, take)
    }
    guard answer.body.count <= largest else { return .tooLarge(bytes: answer.body.count) }
    try take(answer.body)
    return .complete(
      bytes: answer.body.count, contentType: answer.head.headerFields[.contentType])
  }

  private func pieces(
    of address: String, _ call: GraphCall, largest: Int, _ take: ([UInt8]) throws -> Void
  ) async throws -> DownloadEnd {
    var progress = DownloadProgress(largest: largest)
    while true {
      let fields: HTTPFields = [
        .range: progress.range(of: Self.pieceSize), .acceptEncoding: "identity",
      ]
      let answer = try await exchange.fetch(
        TransportRequest(.get, url: address, fields: fields), for: call)
      switch progress.read(answer) {
      case .take(let isLast):
        try take(answer.body)
        if isLast {
          return .complete(
            bytes: progress.count, contentType: answer.head.headerFields[.contentType])
        }
      case .end(let end): return end
      case .fail: throw GraphError(answer: answer, method: .get, template: call.template)
      }
    }
  }
}

extension GraphExchange {
  /// Sends a request without a token, again where a later try may fare better.
  fileprivate func fetch(
    _ request: TransportRequest, for call: GraphCall
  ) async throws -> TransportResponse {
    var attempt = RetryAttempt(method: .get)
    // There is no token that could be renewed.
    attempt.hasFreshToken = true
    let time = clock.stopwatch()
    while true {
      try Task.checkCancellation()
      let result = await result(of: request)
      attempt.outcome = outcome(of: result)
      attempt.elapsed = time()
      attempt.jitter = jitter()
      guard case .wait(let duration) = retry.decision(after: attempt) else {
        return try result.get()
      }
      attempt.number += 1
      try await clock.sleep(for: duration)
    }
  }
}
