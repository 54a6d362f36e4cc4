package import ArgumentParser
package import CommandKit

/// Shows all commands, the commands of a noun, or the page of one command.
package struct Help: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "help", abstract: "Show help.")
  package static let effect = Effect.reads
  package static let examples = [
    Example("List all commands", "help"),
    Example("Show the page of one command", "help message send"),
  ]

  @Argument(help: ArgumentHelp("A command or a noun.", valueName: "command"))
  var command: [Word] = []

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let catalog = session.workspace.catalog
    let entries = try catalog.entries(named: command.map(\.text))
    if let only = entries.first, entries.count == 1, !command.isEmpty {
      return .text(HelpPage(only).text)
    }
    return .text(HelpIndex(catalog.nouns, entries: entries).text)
  }
}
