extension HelpTopic {
  /// The settings, with their values at this moment.
  static let settings = HelpTopic(
    name: "settings", abstract: "What set changes, and how it is set now."
  ) { context in
    HelpLayout.rows(
      Settings.keys.map { key in
        let values = key.values.isEmpty ? "" : " (\(key.values.joined(separator: ", ")))"
        return (key.name, "\(key.abstract)\(values) Now: \(key.read(context.settings))")
      })
      + "\n\n"
      + HelpLayout.prose(
        "set NAME VALUE holds for this session; a line of the file rc sets it for every one.")
  }

  /// The keys of the prompt.
  static let keys = HelpTopic(
    name: "keys", abstract: "The keys of the prompt."
  ) { context in
    guard !context.keys.isEmpty else { return "Keys are for the prompt: start teamsh by itself." }
    var sections: [String] = []
    for key in context.keys where !sections.contains(key.section) { sections.append(key.section) }
    return sections.map { section in
      HelpLayout.section(
        section, context.keys.filter { $0.section == section }.map { ($0.keys, $0.action) })
    }.joined(separator: "\n\n")
  }

  /// The exit codes.
  static let exitCodes = HelpTopic(
    name: "exit-codes", abstract: "What $? and the system are told."
  ) { _ in
    HelpLayout.rows(
      ExitCode.meanings.map { ("\($0.code.rawValue)  \($0.name)", $0.sentence) })
      + "\n\n"
      + HelpLayout.prose(
        """
        A program that a line ran passes its own code on. In if, codes 1 and 5 count as false, and any \
        other failure ends the script.
        """)
  }

  /// The environment.
  static let environment = HelpTopic(
    name: "environment", abstract: "The variables of the environment that are heeded."
  ) { _ in
    HelpLayout.rows(variables)
  }

  /// The variables of the environment, with what each does.
  package static let variables: [(String, String)] = [
    ("TEAMSH_TENANT", "The tenant: its id, or a domain of it."),
    ("TEAMSH_CLIENT_ID", "The client id of the app that signs in."),
    ("TEAMSH_ACCESS_TOKEN", "A ready token, used instead of signing in."),
    ("TEAMSH_PROFILE", "The profile of config.yaml, where no option names one."),
    ("TEAMSH_GRAPH_URL", "The root of Microsoft Graph, without its version."),
    ("TEAMSH_LOGIN_URL", "The root of the sign-in service."),
    ("TEAMSH_HOME", "One folder for all files, instead of the usual places."),
    ("TEAMSH_PAGER, PAGER", "The program for what is longer than the screen; empty for none."),
    ("TEAMSH_RESTRICTED", "Anything but 0 does what --restricted does."),
    ("VISUAL, EDITOR", "The program that edit and Ctrl-X Ctrl-E open; vi without one."),
    ("BROWSER", "The program that login --browser opens; xdg-open without one."),
    ("LESS", "How less behaves; FRSX where nobody says so."),
    ("NO_COLOR", "No colour, where it holds anything."),
    ("CLICOLOR, CLICOLOR_FORCE", "0 for no colour; anything but 0 for colour in pipes too."),
  ]
}
