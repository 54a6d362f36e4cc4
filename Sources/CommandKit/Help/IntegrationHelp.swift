/// The help of one of the integration's commands, made from its declarations.
package struct IntegrationHelp: Sendable {
  private let command: IntegrationCommand

  package init(_ command: IntegrationCommand) {
    self.command = command
  }

  /// The whole page, ending in a newline.
  package var text: String {
    let words = [command.name] + command.arguments.map(\.signature)
    var parts = [
      "\(command.name): \(command.abstract)",
      HelpLayout.words(words, first: "Usage:", indentation: 9)
        + "\nHere:  \(command.equivalent)",
    ]
    if !command.deprecatedNames.isEmpty {
      parts[1] += "\nOnce:  \(command.deprecatedNames.joined(separator: ", ")), which still works"
    }
    if !command.arguments.isEmpty {
      parts.append(
        HelpLayout.section("Arguments", command.arguments.map { ("\($0.name)=", $0.about) }))
    }
    parts.append("Example:\n  !\(command.example)")
    parts.append(
      HelpLayout.words(
        ["-o json,", "--jq EXPR,", "--as person|app"]
          + (command.effect.isRead ? [] : ["and --dry-run"]),
        first: "It also takes:", indentation: 2) + "\nSee also: help integration")
    return parts.joined(separator: "\n\n") + "\n"
  }
}

extension IntegrationArgument {
  /// The argument as a synopsis shows it.
  package var signature: String { isRequired ? "\(name)=…" : "[\(name)=…]" }

  /// What it is, with the values that it takes and what holds without it.
  package var about: String {
    var facts = choices.isEmpty ? [] : [choices.joined(separator: ", ")]
    if let standard { facts.append("\(standard) if left out") }
    return facts.isEmpty ? abstract : "\(abstract) (\(facts.joined(separator: "; ")))"
  }
}

extension HelpTopic {
  /// The commands by the names that they have in Cortex XSOAR.
  static let integration = HelpTopic(
    name: "integration", abstract: "The commands of the Teams integration for Cortex XSOAR."
  ) { context in
    let rules = HelpLayout.prose(
      """
      They take name=value, with or without a ! before the command. A value with spaces stands in \
      "…", '…' or `…`; JSON and addresses may be pasted as they are. Only ${name} is a variable, \
      and not inside '…' and `…`. They show the integration's Markdown, with -o json its context. \
      They never ask before they remove.
      """)
    return rules + "\n\n"
      + HelpLayout.rows(context.catalog.integrationCommands.map { ($0.name, $0.equivalent) })
  }
}
