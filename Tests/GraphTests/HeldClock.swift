import TestSupport

/// A clock whose sleeps never end by themselves, and that tells when one has begun.
struct HeldClock: Clock {
  let gate = Gate()
  private let clock = InstantClock()

  var now: InstantClock.Instant { clock.now }
  var minimumResolution: Duration { clock.minimumResolution }

  func sleep(until deadline: InstantClock.Instant, tolerance: Duration?) async throws {
    guard await gate.pass() else { throw CancellationError() }
  }
}
