extension HelpTopic {
  /// How things of the tenant are named.
  static let targets = HelpTopic(
    name: "targets", abstract: "Where you stand, and how to name things."
  ) { _ in
    """
    use goes somewhere, and the commands behind it work there:

    """
      + HelpLayout.rows([
        ("use \"Contoso IT\"", "into a team"),
        ("use General", "into a channel of it; or use \"Contoso IT/General\""),
        ("use @adele", "into the chat with a person"),
        ("use \"Project X\"", "into a chat by its topic"),
        ("use ..   use -   use /", "one up, back to where you were, nowhere"),
        ("context, ls", "where you are, and what is there"),
      ])
      + "\n\n"
      + HelpLayout.section(
        "A team, channel, chat or person is named by",
        [
          ("Contoso IT", "its name, without regard to case and accents; Tab completes it"),
          ("adele@contoso.com", "mail or user principal name"),
          ("@adele, @me", "the local part of one, or yourself"),
          ("%3", "row 3 of the last table"),
          ("0a1b…, 19:…", "an id"),
          ("https://teams…", "a link copied from Teams"),
          ("$last, $team, $me", "a variable: see help scripts"),
        ])
      + "\n\n"
      + HelpLayout.prose(
        """
        A name of several words is quoted: 'Contoso IT'. A quoted word is always a name, also one that \
        reads --yes or %3. Where several things have a name you are asked; a script ends with code 2 \
        instead. A container can be named by --team, --channel or --chat instead of standing in it.
        """)
  }
}
