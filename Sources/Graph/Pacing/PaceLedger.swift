/// Every bucket, and the rules of taking from them; does no waiting of its own.
struct PaceLedger: Sendable {
  private var buckets: [PaceCharge.Scope: (bucket: PaceBucket, rate: Rate)] = [:]

  /// How many buckets are kept.
  var count: Int { buckets.count }

  /// How many buckets are kept before those that nobody needs any more are let go.
  private static let mostBuckets = 4096

  /// Why a request is not sent yet.
  struct Wait: Sendable, Hashable {
    let duration: Duration
    /// The limit that is waited for.
    let limit: String
  }

  /// Takes what a request costs from all its buckets, or from none: then it says how long to wait.
  mutating func claim(_ charges: [PaceCharge], at now: Duration) -> Wait? {
    var longest = Wait(duration: .zero, limit: "")
    for charge in charges {
      let duration = self[charge].wait(for: charge, at: now)
      if duration > longest.duration {
        longest = Wait(duration: duration, limit: charge.scope.limit)
      }
    }
    guard longest.duration == .zero else { return longest }
    for charge in charges { self[charge].spend(charge.cost, at: now) }
    letGo(at: now)
    return nil
  }

  /// Takes in that a request is answered which took its turn at a moment.
  mutating func answer(_ charges: [PaceCharge], sent: Duration, at now: Duration) {
    for charge in charges { buckets[charge.scope]?.bucket.answer(sent: sent, at: now) }
  }

  /// Closes the bucket whose limit a refusal is about.
  ///
  /// Graph does not name it. It is held to be the narrowest of the request, since only the wider ones are
  /// shared with what other requests show to be open; once two of its kind are closed, it is the wider one.
  mutating func close(_ charges: [PaceCharge], for duration: Duration, at now: Duration) {
    guard let narrowest = charges.last else { return }
    self[narrowest].close(until: now + duration)
    let isShared = buckets.contains { scope, held in
      scope.limit == narrowest.scope.limit && scope.resource != narrowest.scope.resource
        && held.bucket.closedUntil > now
    }
    if isShared, let widest = charges.first { self[widest].close(until: now + duration) }
  }

  private subscript(_ charge: PaceCharge) -> PaceBucket {
    get { buckets[charge.scope]?.bucket ?? PaceBucket() }
    _modify { yield &buckets[charge.scope, default: (PaceBucket(), charge.rate)].bucket }
  }

  private mutating func letGo(at now: Duration) {
    guard buckets.count > Self.mostBuckets else { return }
    for (scope, held) in buckets {
      var bucket = held.bucket
      if bucket.isIdle(held.rate, at: now) { buckets[scope] = nil }
    }
  }
}
