import Cache
import Foundation

/// When the lists of a session at the prompt are brought up to date; decides, and does no work.
///
/// Nothing is asked for while nobody types: a look at the lists follows each line and each Tab, at most once
/// a minute. Lists whose changes are told are followed at every look. The others are read anew when they
/// are old: people and teams after a day, the rest after an hour.
struct Freshness: Sendable {
  /// One look at the lists, which ends before the next one begins.
  struct Look: Sendable {
    fileprivate let number: Int
    /// Whether lists that were never read are read now.
    let readsAll: Bool

    /// The same look, for what is in a place: going there has read it already.
    var ofPlace: Look { Look(number: number, readsAll: false) }
  }

  private static let minute: TimeInterval = 60
  private static let hour: TimeInterval = 3600
  private static let day: TimeInterval = 86_400

  private(set) var isOn = false
  private var current: Look?
  private var count = 0
  private var readsAll = false
  private var lookedAt: Date?
  private var refusedAt: [CacheKind: Date] = [:]

  /// Somebody signed in at the prompt: from now on there are looks, and the next one is due.
  mutating func begin() {
    isOn = true
    current = nil
    readsAll = true
    lookedAt = nil
    refusedAt = [:]
  }

  /// The lists are gone: the next look reads them all, where there are looks.
  mutating func beginAnew() {
    if isOn { begin() }
  }

  /// The session ends: there are no more looks.
  mutating func end() {
    isOn = false
    current = nil
  }

  /// The next look, if one is due.
  mutating func look(at now: Date) -> Look? {
    guard isOn, current == nil else { return nil }
    if let lookedAt, !readsAll, Self.age(of: lookedAt, at: now) < Self.minute { return nil }
    count += 1
    let look = Look(number: count, readsAll: readsAll)
    current = look
    lookedAt = now
    readsAll = false
    return look
  }

  /// A look is over.
  mutating func finish(_ look: Look) {
    if current?.number == look.number { current = nil }
  }

  /// The server would not give a list, and is not asked for it again so soon.
  mutating func refuse(_ kind: CacheKind, at now: Date) {
    refusedAt[kind] = now
  }

  /// Whether a list is to be brought up to date.
  ///
  /// - Parameters:
  ///   - kind: Its kind.
  ///   - filledAt: Its age; `nil` for one that was never read.
  ///   - isFollowed: Whether its changes are told.
  ///   - look: The look it is part of.
  ///   - now: The time.
  /// - Returns: `false` for a list that is young enough, or was refused a short while ago.
  func isDue(
    _ kind: CacheKind, filledAt: Date?, isFollowed: Bool, in look: Look, at now: Date
  ) -> Bool {
    if let refused = refusedAt[kind], Self.age(of: refused, at: now) < Self.hour { return false }
    guard let filledAt else { return look.readsAll }
    if isFollowed, [.people, .teams].contains(kind) {
      return Self.age(of: filledAt, at: now) >= Self.minute
    }
    return Self.isOld(kind, filledAt: filledAt, at: now)
  }

  /// Whether a list that nobody follows is to be read anew.
  static func isOld(_ kind: CacheKind, filledAt: Date, at now: Date) -> Bool {
    switch kind {
    case .people, .teams: age(of: filledAt, at: now) >= day
    case .channels, .chats, .members: age(of: filledAt, at: now) >= hour
    }
  }

  /// A clock that was set back makes nothing young for ever.
  private static func age(of date: Date, at now: Date) -> TimeInterval {
    abs(now.timeIntervalSince(date))
  }
}
