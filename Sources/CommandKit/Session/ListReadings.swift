package import Cache
import Foundation

/// One list of the cache.
package struct ListName: Sendable, Hashable {
  package let kind: CacheKind
  /// What it belongs to, as the cache keys it.
  package let container: String?

  package init(_ kind: CacheKind, container: String? = nil) {
    self.kind = kind
    self.container = container
  }

  /// The list of a kind in a place; `nil` where the place has none.
  package init?(_ kind: CacheKind, of place: Place) {
    switch kind {
    case .people, .teams, .chats: self.init(kind)
    case .channels:
      guard let team = place.team else { return nil }
      self.init(kind, container: team.id)
    case .members:
      guard let key = place.cacheKey else { return nil }
      self.init(kind, container: key)
    }
  }
}

/// Whether a list is on its way.
package enum ListProgress: Sendable, Hashable {
  /// Nothing happens to it: it is there, or nobody reads lists in this session.
  case idle
  case reading
  /// It was not to be had, in these words, and is not asked for again so soon.
  case failed(String)
}

/// Which lists are being read, and which could not be; decides, and does no work.
struct ListReadings: Sendable {
  private struct Trouble {
    let words: String
    let at: Date
    let patience: TimeInterval
  }

  private var running: Set<ListName> = []
  private var failures: [ListName: Trouble] = [:]

  /// Takes a list up; `false` where somebody reads it already.
  mutating func begin(_ list: ListName) -> Bool {
    running.insert(list).inserted
  }

  /// A list was read, or left.
  mutating func end(_ list: ListName) {
    running.remove(list)
    failures[list] = nil
  }

  /// A list could not be read.
  ///
  /// - Parameters:
  ///   - list: The list.
  ///   - words: Why.
  ///   - isRefused: Whether the server would not give it, rather than that the network failed.
  ///   - now: The time.
  mutating func fail(_ list: ListName, words: String, isRefused: Bool, at now: Date) {
    running.remove(list)
    failures[list] = Trouble(words: words, at: now, patience: isRefused ? 3600 : 30)
  }

  /// Somebody signed in: what was refused before may be given now.
  mutating func forgetFailures() {
    failures = [:]
  }

  func progress(of list: ListName, at now: Date) -> ListProgress {
    if running.contains(list) { return .reading }
    return trouble(list, at: now).map { .failed($0.words) } ?? .idle
  }

  /// Whether a list that somebody wants now is to be read.
  func isDue(_ list: ListName, filledAt: Date?, at now: Date) -> Bool {
    guard !running.contains(list), trouble(list, at: now) == nil else { return false }
    return filledAt.map { Freshness.isOld(list.kind, filledAt: $0, at: now) } ?? true
  }

  private func trouble(_ list: ListName, at now: Date) -> Trouble? {
    failures[list].flatMap { abs(now.timeIntervalSince($0.at)) < $0.patience ? $0 : nil }
  }
}
