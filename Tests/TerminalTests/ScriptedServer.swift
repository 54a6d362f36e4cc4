import Foundation
import Glibc
import Synchronization

/// A server on this machine that answers every request as the test says, or not at all.
final class ScriptedServer: Sendable {
  /// What happens to a request.
  enum Answer: Sendable {
    /// An answer with this status line, these header lines and this body.
    case reply(String, [String] = [], String = "")
    /// These bytes, and then the connection is closed.
    case raw(String)
    /// Nothing, and the connection stays open.
    case silence
  }

  let port: UInt16
  private let listener: Int32
  private let arrived = Mutex<[String]>([])

  /// Starts to serve; the closure is given the first line of each request.
  init(_ answer: @escaping @Sendable (String) -> Answer) throws {
    let listener = socket(AF_INET, Socket.stream, 0)
    self.listener = listener
    let isListening = unsafe Socket.withLoopback(0) { address, length in
      unsafe bind(listener, address, length) == 0 && listen(listener, 64) == 0
    }
    guard isListening else { throw POSIXError(.EADDRNOTAVAIL) }
    port = Self.port(of: listener)
    Thread.detachNewThread { [weak self] in
      while true {
        let accepted = accept(listener, nil, nil)
        guard accepted >= 0 else { break }
        let socket = Socket(accepted: accepted)
        Thread.detachNewThread { [weak self] in
          while let request = socket.readRequest() {
            self?.arrived.withLock { $0.append(request) }
            guard Self.give(answer(Self.line(of: request)), to: socket) else { return }
          }
        }
      }
      close(listener)
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
  }

  var root: String { "http://127.0.0.1:\(port)" }

  /// The whole requests that came, heads and bodies.
  var requests: [String] { arrived.withLock { $0 } }

  /// A port that nobody listens at.
  static func closedPort() -> UInt16 {
    let descriptor = socket(AF_INET, Socket.stream, 0)
    defer { close(descriptor) }
    _ = unsafe Socket.withLoopback(0) { unsafe bind(descriptor, $0, $1) }
    return port(of: descriptor)
  }

  private static func line(of request: String) -> String {
    request.split(separator: "\r\n").first.map(String.init) ?? ""
  }

  private static func give(_ answer: Answer, to socket: Socket) -> Bool {
    switch answer {
    case .reply(let status, let fields, let body):
      let head = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)"] + fields
      socket.write(head.joined(separator: "\r\n") + "\r\n\r\n" + body)
      return true
    case .raw(let text):
      socket.write(text)
      return false
    case .silence:
      return true
    }
  }

  private static func port(of descriptor: Int32) -> UInt16 {
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe getsockname(descriptor, pointer, &length)
      }
    }
    return UInt16(bigEndian: address.sin_port)
  }
}

extension ScriptedServer {
  /// A server that knows so many teams, and of everything else nothing.
  convenience init(teams: Int) throws {
    try self.init { line in
      let all = (1...teams).map { "{\"id\":\"id\($0)\",\"displayName\":\"Team \($0)\"}" }
      let items = line.contains("/teams") ? all.joined(separator: ",") : ""
      return .reply("200 OK", [], "{\"value\":[\(items)]}")
    }
  }
}
