import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdHTTP2
import Logging
import NIOCore
import Synchronization

@testable import Simulator

/// A server for HTTP/2 over TLS that counts what arrives, and hangs up on whom the test says.
///
/// Its certificate is signed by an authority of its own. It ends with its owner.
final class SecureServer: Sendable {
  /// The path whose requests are read to the end of the body and then hung up on.
  static let hangsUp = "/hangs-up"

  /// What arrived, in order: method and path of each request, and the client's port of each connection.
  struct Record {
    var requests: [String] = []
    var clients: Set<Int> = []
  }

  struct DidNotStart: Error {}

  let root: String
  /// The file of the authority's certificate.
  let certificate: String
  private let authority: AuthorityFile
  private let responder: Responder
  private let service: Task<Void, any Error>

  init() async throws {
    let identity = try ServerIdentity()
    authority = try AuthorityFile(identity.authority)
    certificate = authority.path
    let responder = Responder()
    self.responder = responder
    let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
    let application = Application(
      responder: responder,
      server: try .http2Upgrade(tlsConfiguration: identity.configuration),
      configuration: .init(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in
        if let port = channel.localAddress?.port { continuation.yield(port) }
      },
      logger: .silent)
    service = Task {
      defer { continuation.finish() }
      try await application.run()
    }
    guard let port = await ports.first(where: { _ in true }) else { throw DidNotStart() }
    root = "https://127.0.0.1:\(port)"
  }

  deinit {
    service.cancel()
    authority.remove()
  }

  var record: Record { responder.record.withLock { $0 } }

  /// How often a request arrived.
  func arrivals(_ method: HTTPRequest.Method, _ path: String) -> Int {
    record.requests.count { $0 == "\(method) \(path)" }
  }
}

extension SecureServer {
  private final class Responder: HTTPResponder {
    typealias Context = ConnectionContext

    let record = Mutex(Record())

    func respond(to request: Request, context: ConnectionContext) async throws -> Response {
      // Over HTTP/1.1 there is no connection above the stream, and the listener has no peer.
      guard let connection = context.channel.parent, let client = connection.remoteAddress?.port
      else { return Response(status: .httpVersionNotSupported) }
      let line = "\(request.method) \(request.uri.path)"
      record.withLock { record in
        record.requests.append(line)
        record.clients.insert(client)
      }
      _ = try await request.body.collect(upTo: 4 << 20)
      if request.uri.path == hangsUp { try await connection.close() }
      return Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: "over two")))
    }
  }
}
