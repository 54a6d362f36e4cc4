import Output

extension HelpTopic {
  /// The forms of replies, and the options that choose among them.
  static let formats = HelpTopic(
    name: "formats", abstract: "How replies are shown: -o, --columns, --jq."
  ) { _ in
    [
      HelpLayout.rows(OutputFormat.allCases.map { ($0.rawValue, $0.abstract) }),
      HelpLayout.prose(
        """
        At a terminal a list is a table and one thing a list; elsewhere both are json. -o FORMAT chooses \
        for one command, set output FORMAT for all. On a narrow screen columns are cut, and the last ones \
        left out, which is said below the table; in files and pipes everything is whole.
        """),
      HelpLayout.rows([
        ("--columns name,id", "these columns; a field's path works too, as from.user.displayName"),
        ("--jq '.displayName'", "a jq expression over each object; text is printed bare"),
        ("--jq '[.id,.mail]' -o tsv", "an array is a row of tsv or csv"),
        ("--limit 10", "no more rows than that; a cut is said on standard error"),
        ("--raw", "csv without the ' before =, +, - and @; markdown with its markup"),
      ]),
      HelpLayout.prose(
        """
        What is longer than the screen goes through the pager of TEAMSH_PAGER, PAGER or less; set pager off \
        turns it off. Colour follows NO_COLOR, CLICOLOR and CLICOLOR_FORCE.
        """),
    ].joined(separator: "\n\n")
  }

  /// The options that commands share.
  static let options = HelpTopic(
    name: "options", abstract: "The options that commands share."
  ) { context in
    let remove = context.catalog.entries.first { $0.type.effect == .removes }
    let shared = remove.map { Grammar($0.type).options.filter { $0.section != nil } } ?? []
    let isWrite = { (option: Grammar.Parameter) in option.section == "Write options" }
    return [
      HelpLayout.section(
        "Every command takes", shared.filter { !isWrite($0) }.map { ($0.signature, $0.about) }),
      HelpLayout.section(
        "Commands that write take --dry-run, those that remove both",
        shared.filter(isWrite).map { ($0.signature, $0.about) }),
      HelpLayout.section(
        "Before a command, on the system's command line",
        Grammar(declarations: LaunchGrammar.self).options.map { ($0.signature, $0.about) }),
    ].joined(separator: "\n\n")
  }
}
