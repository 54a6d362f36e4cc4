import Foundation
import HTTPTypes
import Synchronization

/// The file that gets one JSON line for each request.
final class Record: Sendable {
  private let file: Mutex<FileHandle>

  init(path: String) throws {
    if !FileManager.default.fileExists(atPath: path) {
      _ = FileManager.default.createFile(atPath: path, contents: nil)
    }
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.seekToEnd()
    file = Mutex(handle)
  }

  func append(
    _ exchange: Exchange, method: HTTPRequest.Method, path: String,
    status: HTTPResponse.Status, took duration: Duration
  ) throws {
    let parts = duration.components
    let milliseconds = Int(parts.seconds) * 1000 + Int(parts.attoseconds / 1_000_000_000_000_000)
    let line: Document = [
      "time": .string(exchange.time.text), "method": .string(method.rawValue),
      "path": .string(path), "status": .number(status.code), "identity": .text(exchange.identity),
      "request-id": .string(exchange.requestID), "ms": .number(milliseconds),
    ]
    try file.withLock { try $0.write(contentsOf: Data(line.bytes + [UInt8(ascii: "\n")])) }
  }
}
