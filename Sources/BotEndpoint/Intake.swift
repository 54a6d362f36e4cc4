import Records
import Synchronization

/// Puts accepted activities into the inbox, as many in one commit as have come meanwhile.
///
/// Each commit waits for the disk; one for all who wait is what makes hundreds a second possible.
final class Intake: Sendable {
  private typealias Waiter = CheckedContinuation<Result<Bool, RecordsError>, Never>

  private struct State {
    var waiting: [(activity: ArrivingActivity, waiter: Waiter)] = []
    var isOpen = true
  }

  /// The most in one commit, so that none takes long.
  private static let largestBatch = 256

  private let inbox: Inbox
  private let state = Mutex(State())
  private let bell: AsyncStream<Void>
  private let ring: AsyncStream<Void>.Continuation

  init(_ inbox: Inbox) {
    self.inbox = inbox
    (bell, ring) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// Stores an activity; it is on the disk when this returns.
  ///
  /// - Returns: Whether it is new; a redelivery is not.
  func accept(_ activity: ArrivingActivity) async throws(RecordsError) -> Bool {
    let result = await withCheckedContinuation { (waiter: Waiter) in
      let isOpen = state.withLock { state in
        if state.isOpen { state.waiting.append((activity, waiter)) }
        return state.isOpen
      }
      guard isOpen else {
        return waiter.resume(returning: .failure(RecordsError(code: .failed, path: inbox.path)))
      }
      ring.yield()
    }
    return try result.get()
  }

  /// Writes until it is closed; what was accepted before that is written too.
  func run() async {
    for await _ in bell { await drain() }
    state.withLock { $0.isOpen = false }
    await drain()
  }

  /// Lets ``run()`` end.
  func close() {
    ring.finish()
  }

  private func drain() async {
    while true {
      let batch = state.withLock { state in
        let batch = Array(state.waiting.prefix(Self.largestBatch))
        state.waiting.removeFirst(batch.count)
        return batch
      }
      guard !batch.isEmpty else { return }
      do {
        let news = try await inbox.store(batch.map(\.activity))
        for (one, isNew) in zip(batch, news) { one.waiter.resume(returning: .success(isNew)) }
      } catch {
        for one in batch { one.waiter.resume(returning: .failure(error)) }
      }
    }
  }
}
