package import Foundation

/// The lines typed before, as `history` shows them.
package protocol HistoryRecord: Sendable {
  /// The newest lines, oldest of them first.
  func entries(limit: Int) throws -> [HistoryEntry]
}

/// One line of history.
package struct HistoryEntry: Sendable, Hashable {
  package let time: Date
  package let place: String
  /// The exit code it ended with.
  package let status: Int32?
  package let text: String

  package init(time: Date, place: String, status: Int32?, text: String) {
    self.time = time
    self.place = place
    self.status = status
    self.text = text
  }
}
