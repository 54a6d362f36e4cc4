import Foundation

/// The published keys as they were fetched last, and when they are to be fetched again.
struct KeyShelf: Sendable {
  /// What to do about a token that names a key.
  enum Decision: Sendable {
    case use(PublishedKey)
    /// Use it, and look for newer ones beside that.
    case useAndFetch(PublishedKey)
    /// Ask for the keys, and decide again.
    case fetch
    case refuse(Refusal)
  }

  /// How long keys are good; Microsoft's clients drop them after five days.
  static let longestAge: TimeInterval = 5 * 86_400
  /// From when on newer ones are looked for: new keys are published before they are used.
  static let freshAge: TimeInterval = 86_400
  /// The least time between two fetches, so that forged names of keys cannot make a flood of them.
  static let pause: TimeInterval = 10

  private var keys: [String: PublishedKey] = [:]
  private var fetchedAt: Date?
  private var triedAt: Date?
  private var lastFailed = false

  func decide(_ id: String, at now: Date) -> Decision {
    if let key = keys[id], let fetchedAt {
      let age = now.timeIntervalSince(fetchedAt)
      if age < Self.freshAge { return .use(key) }
      if age < Self.longestAge { return mayTry(at: now) ? .useAndFetch(key) : .use(key) }
    }
    if mayTry(at: now) { return .fetch }
    return .refuse(lastFailed ? .keysUnavailable : .keyUnknown)
  }

  /// Notes that a fetch begins.
  mutating func begin(at now: Date) {
    triedAt = now
  }

  /// Puts what was fetched in the place of what was there; `nil` for a fetch that failed.
  mutating func end(_ fetched: [PublishedKey]?, at now: Date) {
    triedAt = now
    lastFailed = fetched == nil
    guard let fetched else { return }
    keys = Dictionary(fetched.map { ($0.id, $0) }) { first, _ in first }
    fetchedAt = now
  }

  /// A clock that was set back must not keep anyone from trying.
  private func mayTry(at now: Date) -> Bool {
    guard let triedAt else { return true }
    return abs(now.timeIntervalSince(triedAt)) >= Self.pause
  }
}
