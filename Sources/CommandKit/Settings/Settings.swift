package import Output

/// The settings that `set` knows, a closed list.
package struct Settings: Sendable, Hashable {
  /// The format of replies, where no option says otherwise; `nil` to go by where the output goes.
  package var output: OutputFormat?
  /// The prompt's template: `{account}`, `{tenant}`, `{place}`, `{marker}` and `{number}` are filled in.
  package var prompt = Settings.defaultPrompt
  /// Whether a script goes on behind a failed statement, and ends with code 9.
  package var keepGoing = false

  /// The keys that lines are edited with.
  package var editMode = EditMode.auto
  /// How many times Ctrl-D on an empty line is answered with a word before it leaves.
  package var ignoredEnds = 0
  /// How tables write times.
  package var times = TimeStyle.relative
  /// Whether no line goes into the history; changed by `history private` alone.
  package var isPrivate = false

  package static let defaultPrompt = "{marker}{account}@{tenant} {place}> "

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
