package import Foundation

/// The lines typed before, as the commands of `history` see them.
package protocol HistoryRecord: Sendable {
  /// The newest lines that are asked for, oldest of them first.
  func entries(_ query: HistoryQuery) -> [HistoryEntry]

  /// Removes all lines that fit a pattern.
  ///
  /// - Throws: ``CommandError`` when the file cannot be written.
  func delete(_ pattern: String) throws

  /// Removes all lines.
  ///
  /// - Throws: ``CommandError`` when the file cannot be written.
  func clear() throws

  /// Forgets what was typed while nothing was to be kept.
  func endPrivacy()
}

/// Which lines are asked for.
package struct HistoryQuery: Sendable {
  /// What the line holds, in any case unless a capital is in it.
  package var pattern: String?
  package var since: Date?
  /// Only lines that did not end with code 0.
  package var isFailed: Bool
  /// Only lines of this session.
  package var isHere: Bool
  package var limit: Int

  package init(
    pattern: String? = nil, since: Date? = nil, isFailed: Bool = false, isHere: Bool = false,
    limit: Int = .max
  ) {
    self.pattern = pattern
    self.since = since
    self.isFailed = isFailed
    self.isHere = isHere
    self.limit = limit
  }
}

/// One line of history.
package struct HistoryEntry: Sendable, Hashable {
  package let time: Date
  /// The tenant it was typed for, where one was known.
  package let tenant: String?
  package let place: String
  /// The exit code it ended with.
  package let status: Int32
  /// How long it ran, in seconds.
  package let duration: Double
  package let text: String

  package init(
    time: Date, tenant: String?, place: String, status: Int32, duration: Double, text: String
  ) {
    self.time = time
    self.tenant = tenant
    self.place = place
    self.status = status
    self.duration = duration
    self.text = text
  }
}
