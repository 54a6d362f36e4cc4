/// What a person may choose about editing, read anew at the start of each read.
package struct EditingPreferences: Sendable, Hashable {
  /// The keys to edit with; `nil` for those that the person's `.editrc` names, or else Emacs keys.
  package var mode: EditingMode?
  /// Whether what could follow is shown dim behind the cursor.
  package var showsHints = true
  /// Whether words are coloured while they are typed.
  package var showsColors = true
  /// Whether text is only ever added to the screen, as a screen reader wants it.
  package var isAccessible = false
  /// How many times Ctrl-D on an empty line is answered with a word before it ends the input.
  package var ignoredEnds = 0
  /// When news may interrupt somebody who is typing.
  package var notices = NoticeStyle.line
  /// Whether the terminal is told where prompts, lines and output are.
  package var showsMarks = true
  /// Whether the window is named after where one stands.
  package var showsTitle = true
  /// Whether a key that does nothing is answered with the bell.
  package var beeps = true

  /// Makes the preferences of somebody who has chosen nothing.
  package init() {}
}

/// The two sets of keys.
package enum EditingMode: String, Sendable, Hashable, CaseIterable {
  /// The keys of bash and most other shells.
  case emacs
  /// The keys of vi: an insert mode and a command mode.
  case vi
}
