package import Output

/// The settings that `set` knows, a closed list.
package struct Settings: Sendable, Hashable {
  /// The format of replies, where no option says otherwise; `nil` to go by where the output goes.
  package var output: OutputFormat?
  /// The prompt's template: `{account}`, `{tenant}`, `{place}`, `{status}` and their like are filled in.
  package var prompt = Settings.defaultPrompt
  /// The template of what stands at the right edge of the line; empty for nothing.
  package var rightPrompt = ""
  /// Whether words are coloured while they are typed.
  package var showsColors = true
  /// Whether what could follow is shown dim behind the cursor.
  package var showsHints = true
  /// Whether text is only ever added to the screen, as a screen reader wants it.
  package var isAccessible = false
  /// Whether a key that does nothing is answered with the bell.
  package var beeps = true
  /// When news may interrupt somebody who is typing.
  package var notify = NotifyStyle.line
  /// Whether the terminal is told where prompts, lines and output are.
  package var showsMarks = true
  /// Whether the window is named after where one stands.
  package var showsTitle = true
  /// Whether a script goes on behind a failed statement, and ends with code 9.
  package var keepGoing = false
  /// Whether each statement is shown on standard error before it runs.
  package var echo = false
  /// Whether `>` leaves a file alone that is there already.
  package var noclobber = false

  /// The keys that lines are edited with.
  package var editMode = EditMode.auto
  /// Whether a session at a prompt begins with a line that says who is signed in.
  package var greets = true
  /// How many times Ctrl-D on an empty line is answered with a word before it leaves.
  package var ignoredEnds = 0
  /// How tables write times.
  package var times = TimeStyle.relative
  /// Whether each statement tells its time on standard error.
  package var timing = false
  /// Whether no line goes into the history; changed by `history private` alone.
  package var isPrivate = false

  /// Whether what is longer than the screen goes through a pager.
  package var usesPager = true

  /// Whether it is said before a request what the sign-in lacks for it.
  package var warnsOfPermissions = true

  package static let defaultPrompt = "{marker}{account}@{tenant} {place}{status}> "

  package init() {}

  /// Changes one setting by name.
  ///
  /// - Throws: ``CommandError`` for a name or a value outside the list.
  package mutating func set(_ name: String, to text: String) throws(CommandError) {
    guard let key = Self.keys.first(where: { $0.name == name }) else {
      throw CommandError(
        .unknownSetting(name, known: Self.keys.map(\.name)))
    }
    guard key.write(&self, text) else {
      throw CommandError(.invalidSetting(name, text, allowed: key.values))
    }
  }
}
