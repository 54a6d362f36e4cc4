import CommandKit

/// `Documentation/Integration.md`: the integration's commands, and the command of teamsh behind each.
struct IntegrationPage {
  private let commands: [IntegrationCommand]

  init(_ reference: Reference) {
    commands = reference.catalog.integrationCommands
  }

  var text: String {
    let rows = commands.map { command in
      [
        "[`\(command.name)`](#\(command.name))", Markdown.code(command.deprecatedNames),
        "`\(command.equivalent)`",
      ]
    }
    let parts: [String?] = [
      "# The commands of the Teams integration", Markdown.notice,
      """
      Who ran Teams from Cortex XSOAR may type the commands that they know, with or without a `!`: at \
      the prompt, in scripts, and behind `teamsh` on the system's command line. Arguments are written \
      `name=value`. A value with spaces stands in `"…"`, `'…'` or backticks, and a backslash before \
      that quote keeps it; JSON and addresses may be pasted as they are. A value that is not quoted \
      goes to the next white space; only a `;` at its end parts statements, unless an `@` stands in it. \
      Only `${name}` is a variable, and not inside `'…'` and backticks.
      """,
      """
      They show the integration's Markdown, and with `-o json` its context. `--jq`, `--as` and, where \
      they write, `--dry-run` go with them as with every command. They never ask before they remove; \
      `--read-only` refuses them all the same.
      """,
      Markdown.table(["Command", "Also", "In teamsh"], rows),
      Self.differences,
    ]
    return (parts.compactMap { $0 } + commands.flatMap(section)).joined(separator: "\n\n") + "\n"
  }

  /// What somebody who knows the commands will find another way, and why.
  private static let differences = """
    ## What is not as it was

    - **Names.** Apostrophes are ordinary, and so are ids, addresses and guests. All pages are read. A \
    name that several teams, chats or people bear is an error that lists them; the first is not taken.
    - **Chats.** Looking at somebody's name makes no chat with them: the first message does.
    - **The bot.** Its app is put into a chat that is made or written to only where the profile says \
    `bot-id`. Where the catalogue has no such app, no chat is made; where a mention fails, neither the \
    app nor the message is sent.
    - **Channels.** `microsoft-teams-create-channel` waits until a shared channel is there, and answers \
    for every kind. `close-channel` without a channel closes those that mirror an investigation: there \
    are none without a bot.
    - **Lists.** A next link goes on behind the last row shown, also inside a page; `order_by` counts in \
    channels too, and `filtered_count` is what was found. Applications and devices that wrote a message \
    stand in its row.
    - **Members.** `share_history=false` leaves the date out and sends no empty one; whoever is no guest \
    is an owner.
    - **Signing in.** There is no flow to choose, so none has to be set before a command: what only a \
    person or only an app can do says so. Sign-ins are renewed by themselves, and the redirect address \
    in the login address is encoded.
    - **Errors.** No `Failed to execute …` stands before them, and what Graph refuses is said in teamsh's \
    words with Graph's own below. The exit codes are those of every command.
    """

  private func section(_ command: IntegrationCommand) -> [String] {
    [
      "## \(command.name)", command.abstract,
      Markdown.table(
        ["Argument", "What it is"],
        command.arguments.map { argument in
          ["`\(argument.name)=`\(argument.isRequired ? " (required)" : "")", argument.about]
        }),
      Markdown.block("!\(command.example)"),
    ].compactMap { $0 }
  }
}
