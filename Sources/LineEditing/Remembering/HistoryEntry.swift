/// One command as it was typed, and what became of it.
package struct HistoryEntry: Sendable, Hashable, Encodable {
  /// When it was started, in seconds since 1970.
  package var time: Double
  /// The tenant it was typed for; `nil` where none was known.
  package var tenant: String?
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
    time: Double, tenant: String? = nil, context: String = "", status: Int = 0,
    duration: Double = 0, text: String
  ) {
    self.time = time
    self.tenant = tenant
    self.context = context
    self.status = status
    self.duration = duration
    self.text = text
  }

  /// Whether there is anything to keep.
  var isKept: Bool { text.contains { !$0.isWhitespace } }
}

/// How long a line is remembered.
package enum Retention: Sendable, Hashable {
  /// In the file, for every later shell.
  case file
  /// To the end of this session, in memory: what may hold a secret.
  case session
  /// While nothing is to be kept, in memory.
  case privacy
}
