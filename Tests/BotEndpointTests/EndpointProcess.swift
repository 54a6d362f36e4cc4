import Documents
import Foundation
import TestSupport
import Testing

/// `teamsh-bot` as it was built, on a data folder.
final class EndpointProcess {
  let child: ChildProcess
  let port: Int
  let firstLine: JSON

  /// Starts one, and returns when it takes activities.
  init(_ home: TemporaryHome, metadata: String, _ further: [String] = []) throws {
    let output = try ChildProcess.pipe()
    child = try Self.start(
      home, metadata: metadata, further, output: output.writing.fileDescriptor,
      errors: nil)
    try output.writing.close()
    var line = Data()
    while let byte = try output.reading.read(upToCount: 1), byte != Data("\n".utf8) {
      guard !byte.isEmpty else { break }
      line += byte
    }
    firstLine = try JSON(parsing: Array(line))
    port = try #require(firstLine["port"]?.int)
  }

  /// Starts one that may not get that far.
  static func start(
    _ home: TemporaryHome, metadata: String, _ further: [String] = [], output: Int32? = nil,
    errors: Int32?
  ) throws -> ChildProcess {
    try ChildProcess(
      BuiltProduct.path(of: "teamsh-bot"),
      ["--data", home.path, "--bot-id", TokenParts.botID, "--metadata", metadata]
        + (further.contains("--port") ? [] : ["--port", "0"]) + further,
      environment: ["PATH": "/usr/bin:/bin", "TZ": "UTC"], output: output, errors: errors)
  }
}
