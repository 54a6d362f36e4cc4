package import Documents
package import Graph
import HTTPTypes
import Records
package import Transport

extension Session {
  /// Sends a file in ranges to where a request opens a session for it; both stand in the journal.
  ///
  /// - Parameters:
  ///   - size: The size of the file.
  ///   - request: What opens the session.
  ///   - targets: What the journal says it was about.
  ///   - meter: Counts the bytes that arrive, and those on their way.
  ///   - bytes: Reads a range of the file; whatever it throws ends the upload.
  /// - Returns: The document of the new file; in a dry run one whose id is `{new id}`.
  /// - Throws: What the requests throw, and whatever reading the file does.
  package func upload(
    size: Int, opening request: GraphRequest<UploadSession>, to targets: [Named],
    meter: BodyMeter, _ bytes: (Range<Int>) throws -> [UInt8]
  ) async throws -> JSON {
    let opened = try await write(request, to: targets)
    if call.isDryRun {
      call.plan(
        PlannedRequest(
          method: "PUT", target: "{upload address}", body: ["bytes": .int(size)],
          identity: try await identity().kind))
      return ["id": .string(Named.newID)]
    }
    guard let address = opened.uploadURL else {
      throw GraphError(
        code: .malformedAnswer, status: 200, method: .post, template: request.path.template)
    }
    let graph = try await graph
    return try await recorded("PUT", "(upload session)", targets) {
      (
        try await graph.upload(to: address, size: size, meter: meter, bytes),
        DeedOutcome(.done)
      )
    }
  }
}
