import Synchronization

/// Whether a request changed anything in the tenant, measured at the database.
final class Effect: Sendable {
  @TaskLocal static var current: Effect?

  private let changes = Atomic(0)
  private let parent: Effect?

  init() {
    parent = Self.current
  }

  var isVisible: Bool { changes.load(ordering: .relaxed) > 0 }

  /// Counts rows that a finished transaction changed; a batch has the changes of its items too.
  func note(_ rows: Int) {
    changes.add(rows, ordering: .relaxed)
    parent?.note(rows)
  }

  /// Runs the work of one request, whose transactions are counted here.
  func measure<Value: Sendable>(_ work: () async -> Value) async -> Value {
    await Self.$current.withValue(self) { await work() }
  }
}
