import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

@testable import Simulator

/// A bot's endpoint on a real socket, which keeps what it is told and answers as a test wants.
final class BotListener: Sendable {
  /// What arrived.
  struct Arrival: Sendable {
    let authorization: String
    let activity: Document
  }

  /// The statuses that are still to be answered.
  private final class Script: Sendable {
    private let statuses: Mutex<[Int]>

    init(_ statuses: [Int]) { self.statuses = Mutex(statuses) }

    func next() -> Int { statuses.withLock { $0.isEmpty ? 200 : $0.removeFirst() } }
  }

  private let arrivals: AsyncStream<Arrival>
  private let port: Int
  private let task: Task<Void, any Error>

  /// - Parameters:
  ///   - statuses: The first answers; 200 follows them, and 0 is none at all.
  ///   - answer: The body of every answer.
  /// - Throws: What the system says of the socket.
  init(_ statuses: [Int] = [], answer: String = "") async throws {
    let (arrivals, arrived) = AsyncStream.makeStream(of: Arrival.self)
    let (ports, bound) = AsyncStream.makeStream(of: Int.self)
    let script = Script(statuses)
    let responder = CallbackResponder { (request: Request, _: BasicRequestContext) in
      let body = try await request.body.collect(upTo: 1 << 20)
      let activity = try DocumentParser.parse(Array(body.readableBytesView))
      arrived.yield(
        Arrival(authorization: request.headers[.authorization] ?? "", activity: activity))
      let status = script.next()
      if status == 0 { try await Task.sleep(for: .seconds(3600)) }
      return Response(
        status: .init(code: status),
        body: ResponseBody(byteBuffer: ByteBuffer(string: answer)))
    }
    let application = Application(
      responder: responder, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { bound.yield($0.localAddress?.port ?? 0) }, logger: .silent)
    task = Task { try await application.run() }
    self.arrivals = arrivals
    var iterator = ports.makeAsyncIterator()
    port = await iterator.next() ?? 0
  }

  var address: String { "http://127.0.0.1:\(port)/api/messages" }

  /// The next thing that it is told.
  func next() async -> Arrival? {
    var iterator = arrivals.makeAsyncIterator()
    return await iterator.next()
  }

  func stop() { task.cancel() }
}
