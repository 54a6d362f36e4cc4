import Foundation
import Glibc
import Synchronization

/// A server on a loopback port whose every byte is decided by the test.
///
/// Each connection is served by a closure on a thread of its own, over a blocking socket. The server counts what
/// arrived; it ends with its owner.
final class LoopbackServer: Sendable {
  let port: UInt16
  private let listener: Int32
  private let record = Mutex(Record())

  struct Record {
    /// Method and target of each request, in order of arrival.
    var requests: [String] = []
    var connections = 0
  }

  init(_ serve: @escaping @Sendable (Connection) -> Void) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.listener = listener
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe bind(listener, pointer, length) == 0 && listen(listener, 256) == 0
          && getsockname(listener, pointer, &length) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [weak self] in
      while true {
        let accepted = accept(listener, nil, nil)
        // Only this thread closes the listener: its number may mean another socket right after.
        guard accepted >= 0, let server = self else {
          if accepted >= 0 { close(accepted) }
          close(listener)
          return
        }
        server.record.withLock { $0.connections += 1 }
        let connection = Connection(socket: accepted) { [weak server] line in
          server?.record.withLock { $0.requests.append(line) }
        }
        Thread.detachNewThread { serve(connection) }
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
  }

  var root: String { "http://127.0.0.1:\(port)" }
  var requests: [String] { record.withLock { $0.requests } }
  var connections: Int { record.withLock { $0.connections } }
}

extension LoopbackServer {
  /// One accepted connection; closed when the closure that serves it lets go of it.
  final class Connection: Sendable {
    struct Request {
      let line: String
      let head: String
      let body: [UInt8]
    }

    private let socket: Int32
    private let arrived: @Sendable (String) -> Void
    private let buffer = Mutex([UInt8]())

    init(socket: Int32, arrived: @escaping @Sendable (String) -> Void) {
      self.socket = socket
      self.arrived = arrived
    }

    /// A connection in the other direction, to a server on this machine.
    convenience init?(connectingTo port: UInt16) {
      let connected = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      address.sin_port = port.bigEndian
      let isConnected = unsafe withUnsafePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
          unsafe connect(connected, pointer, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
      }
      self.init(socket: connected) { _ in }
      guard isConnected else { return nil }
    }

    deinit {
      close(socket)
    }

    /// Ends the connection in both directions; whoever reads from it wakes up.
    func hangUp() {
      shutdown(socket, Int32(SHUT_RDWR))
    }

    /// Reads what is there; `nil` when the other side has hung up.
    func readPiece() -> [UInt8]? {
      guard fill() else { return nil }
      return buffer.withLock { bytes in
        defer { bytes = [] }
        return bytes
      }
    }

    /// Reads one whole request; `nil` when the client hangs up.
    func readRequest() -> Request? {
      let end = Array("\r\n\r\n".utf8)
      while true {
        let split = buffer.withLock { $0.firstRange(of: end) }
        guard let split else {
          guard fill() else { return nil }
          continue
        }
        let head = buffer.withLock { bytes in
          defer { bytes.removeSubrange(..<split.upperBound) }
          return String(decoding: bytes[..<split.lowerBound], as: UTF8.self)
        }
        let length =
          head.split(separator: "\r\n").lazy
          .map { $0.lowercased() }.first { $0.hasPrefix("content-length:") }
          .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) } ?? 0
        while buffer.withLock({ $0.count }) < length {
          guard fill() else { return nil }
        }
        let body = buffer.withLock { bytes in
          defer { bytes.removeFirst(length) }
          return Array(bytes[..<length])
        }
        let words = head.split(separator: " ", maxSplits: 2)
        let line = words.prefix(2).joined(separator: " ")
        arrived(line)
        return Request(line: line, head: head, body: body)
      }
    }

    /// Reads until the client hangs up, and throws it all away.
    func drain() {
      while fill() {
        buffer.withLock { $0 = [] }
      }
    }

    func write(_ text: String) {
      write(Array(text.utf8))
    }

    func write(_ bytes: [UInt8]) {
      var offset = 0
      while offset < bytes.count {
        let sent = unsafe bytes.withUnsafeBytes { buffer in
          unsafe send(
            socket, buffer.baseAddress?.advanced(by: offset), buffer.count - offset,
            Int32(MSG_NOSIGNAL))
        }
        guard sent > 0 else { return }
        offset += sent
      }
    }

    /// Answers with a body of a known length.
    func answer(_ body: String = "", status: String = "200 OK", fields: [String] = []) {
      let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)"] + fields
      write(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }

    private func fill() -> Bool {
      var piece = [UInt8](repeating: 0, count: 65_536)
      let count = unsafe piece.withUnsafeMutableBytes { buffer in
        unsafe recv(socket, buffer.baseAddress, buffer.count, 0)
      }
      guard count > 0 else { return false }
      buffer.withLock { $0.append(contentsOf: piece[..<count]) }
      return true
    }
  }
}
