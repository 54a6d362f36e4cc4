package import Documents
import HTTPTypes
package import Transport

/// The place that a file is sent to in ranges, as `createUploadSession` answers it.
package struct UploadSession: DocumentView, Hashable {
  package let document: JSON

  package init(document: JSON) {
    self.document = document
  }

  /// Carries its own leave: whoever has it can write the file, and no token is sent there.
  package var uploadURL: String? { text("uploadUrl") }
}

extension GraphClient {
  /// Sends a file to an upload session, range by range.
  ///
  /// The session's host may be another one than Graph's: no token goes there. When the file does not
  /// arrive, be it that the task is cancelled, the session is deleted, and nothing of the file stays.
  ///
  /// - Parameters:
  ///   - address: The session's address.
  ///   - size: The size of the file.
  ///   - meter: Counts the bytes that arrive, and those on their way.
  ///   - bytes: Reads a range of it; whatever it throws ends the upload.
  /// - Returns: The document of the new file.
  /// - Throws: ``GraphError``; `TransportError` where it was cancelled, or no try got through, before the
  ///   last range left.
  package func upload(
    to address: String, size: Int, meter: BodyMeter = BodyMeter(),
    _ bytes: (Range<Int>) throws -> [UInt8]
  ) async throws -> JSON {
    var course = UploadCourse(size: size)
    do {
      while true {
        let before = course.received
        switch course.step {
        case .done(let document):
          return document
        case .fail(let loss):
          if Task.isCancelled { throw CancellationError() }
          throw loss.error
        case .ask(let wait):
          if wait > .zero { try await exchange.clock.sleep(for: wait) }
          course.asked(await exchange.result(of: TransportRequest(.get, url: address)))
        case .send(let range):
          try Task.checkCancellation()
          var request = Self.request(for: try bytes(range), range, of: size, to: address)
          request.meter = meter
          course.sent(await exchange.result(of: request))
        }
        meter.settle(course.received - before)
      }
    } catch {
      await abandon(address)
      guard error is CancellationError, !course.leavesDoubt else { throw error }
      throw TransportError(code: .cancelled, host: exchange.root.authority, detail: "cancelled")
    }
  }

  private static func request(
    for bytes: [UInt8], _ range: Range<Int>, of size: Int, to address: String
  ) -> TransportRequest {
    let fields: HTTPFields = [
      .contentRange: "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)",
      .contentType: "application/octet-stream",
    ]
    return TransportRequest(
      .put, url: address, fields: fields, body: bytes, timeout: .seconds(900))
  }

  /// Deletes the session, also for a task that is cancelled; whether it worked matters to nobody.
  private func abandon(_ address: String) async {
    let transport = exchange.transport
    let request = TransportRequest(.delete, url: address, timeout: .seconds(2))
    let deletion = Task { _ = try? await transport.send(request) }
    await deletion.value
  }
}
