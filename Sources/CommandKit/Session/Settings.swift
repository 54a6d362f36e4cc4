package import Output

/// The settings that `set` knows, a closed list.
package struct Settings: Sendable, Hashable {
  /// The format of replies, where no option says otherwise; `nil` to go by where the output goes.
  package var output: OutputFormat?
  /// The prompt's template: `{account}`, `{tenant}`, `{place}`, `{marker}` and `{number}` are filled in.
  package var prompt = Settings.defaultPrompt
  /// Whether a script goes on behind a failed statement, and ends with code 9.
  package var keepGoing = false

  package static let defaultPrompt = "{marker}{account}@{tenant} {place}> "

  package init() {}
}

extension Settings {
  /// One setting: its name, what it does, and how it is read and written as text.
  package struct Key: Sendable {
    package let name: String
    package let abstract: String
    /// The values it takes; empty for free text.
    package let values: [String]
    package let read: @Sendable (Settings) -> String
    let write: @Sendable (inout Settings, String) -> Bool
  }

  /// Every setting, by name.
  package static var keys: [Key] {
    [
      Key(
        name: "keep-going", abstract: "Go on behind a failed statement of a script.",
        values: ["off", "on"],
        read: { $0.keepGoing ? "on" : "off" },
        write: { settings, text in
          guard let flag = ["on": true, "off": false][text] else { return false }
          settings.keepGoing = flag
          return true
        }),
      Key(
        name: "output", abstract: "The format of replies.",
        values: ["auto"] + OutputFormat.allCases.map(\.rawValue),
        read: { $0.output?.rawValue ?? "auto" },
        write: { settings, text in
          let format = OutputFormat(rawValue: text)
          guard format != nil || text == "auto" else { return false }
          settings.output = format
          return true
        }),
      Key(
        name: "prompt", abstract: "The prompt's template.", values: [],
        read: \.prompt,
        write: { settings, text in
          settings.prompt = text.isEmpty ? Settings.defaultPrompt : text
          return true
        }),
    ]
  }

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
