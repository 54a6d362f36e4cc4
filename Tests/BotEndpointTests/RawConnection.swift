import Foundation
import Glibc
import Synchronization
import TestSupport

/// What came back over a connection until it ended.
struct RawAnswer: Sendable {
  let text: String
  /// Whether the other side closed it, and not the time.
  let isClosed: Bool

  /// The status of the first answer; 0 for none.
  var status: Int { Int(text.split(separator: " ").dropFirst().first ?? "") ?? 0 }
  var body: String {
    text.range(of: "\r\n\r\n").map { String(text[$0.upperBound...]) } ?? ""
  }

  func has(_ field: String) -> Bool {
    text.lowercased().contains("\r\n\(field.lowercased())\r\n")
  }
}

/// A TCP connection to this machine on which a test sends what it likes.
///
/// Its calls block, so they are made on a thread that belongs to no pool of Swift's.
final class RawConnection: Sendable {
  struct Failure: Error {
    let step: String
    let code: Int32
  }

  private let descriptor: Int32

  init(port: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port)).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let status = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe connect(descriptor, pointer, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else {
      let code = errno
      close(descriptor)
      throw Failure(step: "connect", code: code)
    }
  }

  deinit {
    close(descriptor)
  }

  /// Sends all of it; what the other side does not take any more is let go.
  ///
  /// - Returns: Whether all was taken.
  @discardableResult
  func send(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { bytes in
        unsafe Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Ends our half of the connection.
  func finish() {
    shutdown(descriptor, Int32(SHUT_WR))
  }

  /// Reads until the other side closes, or until the answer has so many bytes.
  func receive(atLeast count: Int = .max, seconds: Int32 = 30) -> RawAnswer {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < count {
      var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&entry, 1, seconds * 1000) > 0 else {
        return RawAnswer(text: String(decoding: bytes, as: UTF8.self), isClosed: false)
      }
      let length = unsafe buffer.withUnsafeMutableBytes {
        unsafe recv(descriptor, $0.baseAddress, $0.count, 0)
      }
      guard length > 0 else { break }
      bytes += buffer[..<length]
    }
    return RawAnswer(
      text: String(decoding: bytes, as: UTF8.self), isClosed: bytes.count < count)
  }

  /// Opens a connection, and uses it on a thread where it may block.
  static func use<Value: Sendable>(
    port: Int, _ body: @Sendable @escaping (RawConnection) throws -> Value
  ) async throws -> Value {
    try await blocking { try body(RawConnection(port: port)) }
  }

  /// Sends a text, and reads until the other side closes.
  static func exchange(port: Int, _ text: String) async throws -> RawAnswer {
    try await use(port: port) { connection in
      connection.send(text)
      return connection.receive()
    }
  }
}
