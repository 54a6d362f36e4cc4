extension HelpTopic {
  /// The language on one page.
  static let scripts = HelpTopic(
    name: "scripts", abstract: "The language of lines and scripts, on one page."
  ) { _ in
    [
      HelpLayout.section(
        "Words",
        [
          (
            "bare 'as it is' \"with $x\"",
            "three ways to write a word; \\ takes the next sign as it is"
          ),
          ("# text", "a comment, at the start of a word"),
          ("name=word", "sets a variable; $name and ${name} are exactly one word"),
          ("${last.webUrl}", "a field of what was shown last"),
          ("$(command)", "a word for each line that the command prints"),
          ("$me $team $channel $chat", "ids of where you stand"),
          ("$1 … $9 $# $@ $?", "arguments, their number, all of them, the last exit code"),
        ]),
      HelpLayout.section(
        "Statements",
        [
          ("a; b", "one after the other, as on two lines"),
          ("a && b, a || b", "b if a succeeded; b if a failed"),
          ("for x in words…; …; end", "for each word"),
          ("if a; …; else; …; end", "codes 1 and 5 are false; any other failure is a failure"),
          ("source FILE ARGUMENTS", "runs a file in this session"),
        ]),
      HelpLayout.section(
        "Files and programs",
        [
          ("a > FILE, a >> FILE", "the output, written only when a succeeded"),
          ("a < FILE", "what an argument - reads"),
          ("a | program …", "the rest of the line is the system shell's"),
          ("!program …", "a program alone; a variable x reaches it as teamsh_x"),
        ]),
      "Examples:\n  for t in $(team list); member list --team $t -o csv >> members.csv; end\n"
        + "  message send \"Report of $(!date +%F)\" --channel 'Contoso IT/General'\n"
        + "  team list -o ndjson | jq -r .displayName | sort",
      HelpLayout.prose(
        """
        A failure ends the line, the loop and the script, which says where; || true goes on, and so does \
        teamsh --keep-going. Scripts ask nothing: what removes something needs --yes. Run one with teamsh \
        FILE, teamsh -c LINE, or source FILE.
        """),
    ].joined(separator: "\n\n")
  }
}
