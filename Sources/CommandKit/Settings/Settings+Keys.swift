import Output

extension Settings {
  /// Every setting, by name.
  package static var keys: [Key] {
    [
      .choice("edit-mode", "The keys that lines are edited with.", \.editMode),
      .number("ignore-eof", "How many times Ctrl-D does not leave.", \.ignoredEnds),
      .flag("keep-going", "Go on behind a failed statement of a script.", \.keepGoing),
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
      .text("prompt", "The prompt's template.", \.prompt, standard: Settings.defaultPrompt),
      .choice("times", "How tables write times.", \.times),
    ]
  }
}
