import Transport

/// Where a batch stands: what is answered, and what travels next; sends nothing itself.
struct BatchRun: Sendable {
  typealias Outcome = Result<TransportResponse, any Error>

  let calls: [BatchCall]
  private var answered: [Int: Outcome] = [:]
  private var next = 0

  /// The most requests that Graph takes at once.
  static let mostItems = 20

  init(calls: [BatchCall]) {
    self.calls = calls
  }

  /// What each call came to; once no pack is left, every call has its outcome.
  var outcomes: [Outcome] { calls.indices.compactMap { answered[$0] } }

  func outcome(of number: Int) -> Outcome? { answered[number] }

  mutating func settle(_ number: Int, _ outcome: Outcome) { answered[number] = outcome }

  /// The numbers of the calls of the next round trip; `nil` when there is none.
  ///
  /// A pack ends early where one more call would exceed what may be sent at once to one resource, and
  /// before a call that waits for one which failed: that one is settled here.
  mutating func nextPack() -> [Int]? {
    var pack: [Int] = []
    while next < calls.count, pack.count < Self.mostItems {
      if let failed = calls[next].after.first(where: hasFailed) {
        settle(next, .failure(dependencyError(of: next, on: failed)))
      } else {
        guard fits(next, into: pack) else { break }
        pack.append(next)
      }
      next += 1
    }
    return pack.isEmpty ? nil : pack
  }

  /// The error of a call that was not sent, since one before it failed.
  func dependencyError(of number: Int, on failed: Int) -> GraphError {
    calls[number].call.error(.failedDependency)
  }

  private func hasFailed(_ number: Int) -> Bool {
    guard case .failure = answered[number] else { return false }
    return true
  }

  private func fits(_ number: Int, into pack: [Int]) -> Bool {
    guard !pack.isEmpty else { return true }
    let requests = (pack + [number]).flatMap { calls[$0].call.paced }
    return PaceCharge.charges(for: requests).allSatisfy { $0.cost <= $0.rate.count }
  }
}
