import Crypto
import Foundation
import HTTPTypes
import Synchronization

/// The file that gets one JSON line for each request.
///
/// It is the judge between a client and the tenant: what arrived, what was answered, and whether
/// anything changed, written before the answer leaves.
final class Record: Sendable {
  /// One request, or one item of a batch.
  struct Entry: Sendable {
    let exchange: Exchange
    let method: HTTPRequest.Method
    let path: String
    let body: [UInt8]
    /// Whether the body may be written out: those of sign-ins hold secrets.
    let showsBody: Bool
    let identity: String?
    /// The status that was sent; nil when the answer was withheld.
    let status: HTTPResponse.Status?
    let fault: String?
    let acted: Bool
    /// The request id of the batch that this is an item of.
    var batch: String?
    let took: Duration
  }

  /// The longest body that is written out.
  fileprivate static let longestBody = 64 * 1024

  private let file: Mutex<FileHandle>

  init(path: String) throws {
    if !FileManager.default.fileExists(atPath: path) {
      _ = FileManager.default.createFile(atPath: path, contents: nil)
    }
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.seekToEnd()
    file = Mutex(handle)
  }

  func append(_ entry: Entry) throws {
    let line = entry.line
    try file.withLock { try $0.write(contentsOf: Data(line.bytes + [UInt8(ascii: "\n")])) }
  }
}

extension Record.Entry {
  fileprivate var line: Document {
    let parts = took.components
    let milliseconds = Int(parts.seconds) * 1000 + Int(parts.attoseconds / 1_000_000_000_000_000)
    return [
      "time": .string(exchange.time.text), "method": .string(method.rawValue),
      "path": .string(path), "status": status.map { .number($0.code) } ?? nil,
      "identity": .text(identity), "request-id": .string(exchange.requestID),
      "client-request-id": .string(exchange.clientRequestID), "ms": .number(milliseconds),
      "acted": .bool(acted), "fault": .text(fault), "batch": .text(batch),
      "sha256": .text(digest), "body": .text(shownBody),
    ]
  }

  private var digest: String? {
    guard !body.isEmpty else { return nil }
    return SHA256.hash(data: body).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
      .joined()
  }

  private var shownBody: String? {
    guard showsBody, !body.isEmpty, body.count <= Record.longestBody else { return nil }
    return String(validating: body, as: UTF8.self)
  }
}
