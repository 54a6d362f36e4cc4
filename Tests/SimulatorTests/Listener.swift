import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

@testable import Simulator

/// A subscriber on a real socket, which keeps what it is told.
///
/// Below `/mute` it does not repeat the validation token, below `/broken` it takes nothing else.
final class Listener: Sendable {
  /// What arrived.
  struct Arrival: Sendable {
    let path: String
    let document: Document
  }

  /// One for the tests that only need somebody who answers.
  static let shared = Task { try await Listener() }

  let arrivals: AsyncStream<Arrival>
  private let port: Int
  private let task: Task<Void, any Error>

  init() async throws {
    let (arrivals, arrived) = AsyncStream.makeStream(of: Arrival.self)
    let (ports, bound) = AsyncStream.makeStream(of: Int.self)
    let responder = CallbackResponder { (request: Request, _: BasicRequestContext) in
      let path = request.uri.path
      if let token = request.uri.queryParameters["validationToken"] {
        let text = path.hasPrefix("/mute") ? "?" : String(token)
        return Response(
          status: .ok, headers: [.contentType: "text/plain"],
          body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
      }
      let body = try await request.body.collect(upTo: 1 << 20)
      let document = try DocumentParser.parse(Array(body.readableBytesView))
      arrived.yield(Arrival(path: path, document: document))
      return Response(status: path.hasPrefix("/broken") ? .serviceUnavailable : .accepted)
    }
    let application = Application(
      responder: responder, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { bound.yield($0.localAddress?.port ?? 0) }, logger: .silent)
    task = Task { try await application.run() }
    self.arrivals = arrivals
    var iterator = ports.makeAsyncIterator()
    port = await iterator.next() ?? 0
  }

  func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  /// The next thing that it is told.
  func next() async -> Arrival? {
    var iterator = arrivals.makeAsyncIterator()
    return await iterator.next()
  }

  func stop() { task.cancel() }
}
