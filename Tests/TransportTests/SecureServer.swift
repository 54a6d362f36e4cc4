import Foundation
import Glibc
import Synchronization

/// `nghttpd` over TLS, behind a relay that counts connections and can cut them.
final class SecureServer: Sendable {
  static let isAvailable = [program, "/usr/bin/openssl"].allSatisfy(
    FileManager.default.isExecutableFile)
  private static let program = "/usr/sbin/nghttpd"

  struct DidNotStart: Error {}

  private let folder: URL
  private let process: Process
  private let relay: LoopbackServer
  private let cutter: Cutter

  /// Counts the bytes that clients may still send before they are hung up on.
  private final class Cutter: Sendable {
    private let rest = Mutex(Int.max)

    func cut(after count: Int) { rest.withLock { $0 = count } }

    /// Whether the piece is the last one.
    func pass(_ piece: [UInt8]) -> Bool {
      rest.withLock { rest in
        rest -= piece.count
        return rest <= 0
      }
    }
  }

  init() async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let pages = folder.appending(path: "pages")
    try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true)
    try Data("over two".utf8).write(to: pages.appending(path: "page"))
    let (key, certificate) = (folder.appending(path: "key"), folder.appending(path: "certificate"))
    let openssl = try Self.start(
      "/usr/bin/openssl",
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
        "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key.path, "-out",
        certificate.path,
      ])
    openssl.waitUntilExit()
    let port = try Self.freePort()
    process = try Self.start(
      Self.program, ["-d", pages.path, "-a", "127.0.0.1", String(port), key.path, certificate.path])
    let cutter = Cutter()
    self.cutter = cutter
    relay = try LoopbackServer { client in
      guard let server = LoopbackServer.Connection(connectingTo: port) else { return }
      Thread.detachNewThread {
        while let piece = server.readPiece() { client.write(piece) }
        client.hangUp()
      }
      while let piece = client.readPiece() {
        server.write(piece)
        if cutter.pass(piece) { break }
      }
      client.hangUp()
      server.hangUp()
    }
    while LoopbackServer.Connection(connectingTo: port) == nil {
      guard process.isRunning else { throw DidNotStart() }
      await Task.yield()
    }
  }

  deinit {
    process.terminate()
    try? FileManager.default.removeItem(at: folder)
  }

  var root: String { "https://127.0.0.1:\(relay.port)" }
  var certificate: String { folder.appending(path: "certificate").path }
  var connections: Int { relay.connections }

  /// Lets so many more bytes through, then hangs up on everyone.
  func hangUp(after count: Int) {
    cutter.cut(after: count)
  }

  private static func start(_ program: String, _ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// A port that was free a moment ago.
  private static func freePort() throws -> UInt16 {
    try LoopbackServer { _ in }.port
  }
}
