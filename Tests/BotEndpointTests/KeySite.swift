import Documents
import Hummingbird
import NIOCore
import Testing

/// The connector's metadata and keys over HTTP, for an endpoint that is a process of its own.
enum KeySite {
  /// Serves them while the body runs, which gets the address of the metadata.
  static func serve(_ body: @Sendable @escaping (String) async throws -> Void) async throws {
    let genuine = try #require(Signatory.genuine)
    let keys: JSON = ["keys": [try genuine.published()]]
    let (ports, listening) = AsyncStream.makeStream(of: Int.self)
    let router = Router()
    router.get("metadata") { request, _ in
      let site = "http://\(request.head.authority ?? "")"
      return ByteBuffer(string: "{\"jwks_uri\":\"\(site)/keys\"}")
    }
    router.get("keys") { _, _ in ByteBuffer(string: keys.text()) }
    let application = Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in
        listening.yield(channel.localAddress?.port ?? 0)
        listening.finish()
      })
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await application.run() }
      defer { group.cancelAll() }
      for await port in ports { try await body("http://127.0.0.1:\(port)/metadata") }
    }
  }
}
