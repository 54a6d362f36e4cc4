package import ArgumentParser
package import CommandKit

/// Shows an overview, or the page of a command, a noun, a topic, a setting or an alias.
package struct Help: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "help", abstract: "Show help.")
  package static let effect = Effect.reads
  package static let operands = [Operand(\Self.command)]
  package static let examples = [
    Example("Show what there is", "help"),
    Example("Show the page of one command", "help message send"),
    Example("Show the language on one page", "help scripts"),
  ]

  @Argument(
    help: ArgumentHelp("A command, a noun, a topic, a setting or an alias.", valueName: "page"))
  var command: [Word] = []

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    .text(try session.workspace.helpContext.page(named: command.map(\.text)))
  }
}
