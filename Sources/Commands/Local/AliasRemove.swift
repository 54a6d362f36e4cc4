package import ArgumentParser
package import CommandKit

/// Forgets aliases.
package struct AliasRemove: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "unalias", abstract: "Forget aliases.")
  package static let effect = Effect.reads
  package static let operands = [Operand(\Self.names)]
  package static let examples = [
    Example("Forget an alias", "alias mine 'team list --limit 3'; unalias mine")
  ]

  @Argument(help: ArgumentHelp("The aliases.", valueName: "alias"))
  var names: [Word]

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    for name in names { try session.workspace.removeAlias(name.text) }
    return .silent
  }
}
