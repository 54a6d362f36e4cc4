import Output

extension Settings {
  /// Every setting, by name.
  package static var keys: [Key] {
    [
      .flag("accessible", "Only ever add text to the screen, for screen readers.", \.isAccessible),
      .flag("bell", "Answer a key that does nothing with the bell.", \.beeps),
      .flag("colors", "Colour words while they are typed.", \.showsColors),
      .flag("echo", "Show each statement before it runs.", \.echo),
      .choice("edit-mode", "The keys that lines are edited with.", \.editMode),
      .flag("greeting", "Say at the start who is signed in; set in the rc file.", \.greets),
      .flag("hints", "Show dim what could follow the cursor.", \.showsHints),
      .number("ignore-eof", "How many times Ctrl-D does not leave.", \.ignoredEnds),
      .flag("keep-going", "Go on behind a failed statement of a script.", \.keepGoing),
      .flag("marks", "Tell the terminal where prompts and output begin.", \.showsMarks),
      .choice("notify", "When news may interrupt a line being typed.", \.notify),
      .flag("noclobber", "Let > leave existing files alone; >| does not.", \.noclobber),
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
      .flag("pager", "Show what is longer than the screen through a pager.", \.usesPager),
      .text("prompt", "The prompt's template.", \.prompt, standard: Settings.defaultPrompt),
      .text("right-prompt", "The template for the line's right edge.", \.rightPrompt, standard: ""),
      .choice("times", "How tables write times.", \.times),
      .flag("timing", "Tell how long each statement took.", \.timing),
      .flag("title", "Name the window after where you stand.", \.showsTitle),
      .flag(
        "warn-permissions", "Say before a request what the sign-in lacks.", \.warnsOfPermissions),
    ]
  }
}
