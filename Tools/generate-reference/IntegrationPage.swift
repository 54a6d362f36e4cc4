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
    ]
    return (parts.compactMap { $0 } + commands.flatMap(section)).joined(separator: "\n\n") + "\n"
  }

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
