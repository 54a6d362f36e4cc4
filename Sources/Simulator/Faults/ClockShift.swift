import Synchronization

/// How far the tenant's clock is away from the machine's.
final class ClockShift: Sendable {
  private let value = Atomic(0)

  var seconds: Int { value.load(ordering: .relaxed) }

  func move(by seconds: Int) {
    value.add(seconds, ordering: .relaxed)
  }
}
