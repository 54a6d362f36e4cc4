import Foundation
import Glibc

/// A blocking TCP connection on this machine.
final class Socket: Sendable {
  private let descriptor: Int32

  init(accepted descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Connects to a port of this machine.
  init(port: UInt16) throws {
    descriptor = socket(AF_INET, Self.stream, 0)
    let isConnected = unsafe Self.withLoopback(port) { address, length in
      unsafe connect(descriptor, address, length) == 0
    }
    guard isConnected else { throw POSIXError(.ECONNREFUSED) }
  }

  deinit {
    close(descriptor)
  }

  static var stream: Int32 { Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) }

  /// Reads a piece; empty when the other side has hung up.
  func read() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe recv(descriptor, &bytes, bytes.count, 0)
    return Array(bytes.prefix(max(count, 0)))
  }

  /// Reads until the other side hangs up.
  func readToEnd() -> String {
    var bytes: [UInt8] = []
    while true {
      let piece = read()
      if piece.isEmpty { return String(decoding: bytes, as: UTF8.self) }
      bytes += piece
    }
  }

  /// Reads the head and the body of one request; `nil` when the other side has hung up.
  func readRequest() -> String? {
    var text = ""
    while true {
      let piece = read()
      if piece.isEmpty { return nil }
      text += String(decoding: piece, as: UTF8.self)
      guard let end = text.range(of: "\r\n\r\n") else { continue }
      let length =
        text[..<end.lowerBound].lowercased().split(separator: "\r\n")
        .first { $0.hasPrefix("content-length: ") }.flatMap { Int($0.dropFirst(16)) } ?? 0
      if text[end.upperBound...].utf8.count >= length { return text }
    }
  }

  func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let piece = Array(bytes)
      let count = unsafe send(descriptor, piece, piece.count, Int32(MSG_NOSIGNAL))
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  static func withLoopback<Value>(
    _ port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Value
  ) -> Value {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = port.bigEndian
    return unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe body(pointer, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }
}
