import Output
import Synchronization

extension CommandRunner {
  /// How a command runs whose reply is read by another one.
  struct CaptureWishes: Sendable {
    let isDryRun: Bool
    let identity: IdentityKind?
    let io: CommandIO
    /// What the commands behind the same line were answered.
    let answers: AnswerMemory
  }

  /// Runs a command, and gives its reply instead of showing it.
  ///
  /// It goes by all rules of a typed one, but that it asks nothing before it removes.
  func capture(_ words: [Word], _ wishes: CaptureWishes) async throws -> CapturedReply {
    let texts = words.map(\.text)
    guard let (entry, count) = workspace.catalog.command(texts),
      let invocation = try parse(entry, Array(words.dropFirst(count)))
    else { throw unknown(texts) }
    return try await capture(invocation, entry, wishes)
  }

  private func capture(
    _ invocation: some Invocation, _ entry: CatalogEntry, _ wishes: CaptureWishes
  ) async throws -> CapturedReply {
    var io = wishes.io
    io.output = BufferSink()
    io.format = .json
    io.observer = nil
    let type = type(of: invocation).Command
    let call = Call(
      command: entry.name, effect: type.effect, permissions: type.permissions, io: io,
      isDryRun: wishes.isDryRun && !type.effect.isRead, assumesYes: true,
      output: invocation.output, identity: invocation.identity.as ?? wishes.identity,
      knowing: wishes.answers)
    let collector = ReplyCollector(limit: invocation.output.limit)
    try await run(invocation, call) { _ in collector }
    var reply = collector.reply
    reply.plan = call.plan
    return reply
  }
}

/// What the commands behind one call would send, in order.
final class PlanList: Sendable {
  private let requests = Mutex<[PlannedRequest]>([])

  var all: [PlannedRequest] { requests.withLock { $0 } }

  func add(_ more: [PlannedRequest]) { requests.withLock { $0 += more } }
}
