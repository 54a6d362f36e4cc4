/// One command as it was typed, and what became of it.
package struct HistoryEntry: Sendable, Hashable, Codable {
  /// When it was started, in seconds since 1970.
  package var time: Double
  /// Where it was typed, as the prompt shows it.
  package var context: String
  /// Its exit code.
  package var status: Int
  /// How long it ran, in seconds.
  package var duration: Double
  /// The statement as typed.
  package var text: String

  /// Makes an entry of what is known of a command.
  package init(
    time: Double, context: String = "", status: Int = 0, duration: Double = 0, text: String
  ) {
    self.time = time
    self.context = context
    self.status = status
    self.duration = duration
    self.text = text
  }

  /// Whether there is anything to keep.
  var isKept: Bool { text.contains { !$0.isWhitespace } }
}
