package import ArgumentParser
package import CommandKit
import Documents

/// Lists the aliases, shows one, or makes a word stand for a longer text.
package struct AliasSet: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "alias", abstract: "Show or define aliases.",
    discussion: """
      In the text $1, $2, $@ and $# are the words typed behind the alias; words that it does not ask for go \
      to the end of its last command. An alias is looked for once, in the first word of a statement.
      """)
  package static let effect = Effect.reads
  package static let columns: [Column<Note>] = [
    Column("ALIAS", field: "name"),
    Column("TEXT", field: "text"),
  ]
  package static let operands = [Operand(\Self.name), Operand(\Self.text)]
  package static let examples = [
    Example("List all aliases", "alias"),
    Example("Give a list a name", "alias newest 'message list --limit 5'"),
    Example("Take a word in the middle", "alias roles 'member list --team $1 --columns Name,Role'"),
  ]

  @Argument(help: ArgumentHelp("The alias; all if left out.", valueName: "alias"))
  var name: Word?

  @Argument(help: ArgumentHelp("What it stands for; shown if left out.", valueName: "text"))
  var text: Word?

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let workspace = session.workspace
    if let name, let text {
      try await workspace.scripts?.understand(text.text, name: "alias \(name.text)")
      try workspace.define(Alias(name: name.text, text: text.text))
      return .silent
    }
    let aliases = workspace.aliases.filter { name == nil || $0.name == name?.text }
    if let name, aliases.isEmpty {
      let names = workspace.aliases.map(\.name)
      throw CommandError(
        .unknownAlias(name.text, nearest: Spelling.nearest(to: name.text, among: names)))
    }
    return .list(
      aliases.map { alias in
        Note(["name": .string(alias.name), "text": .string(alias.text)], reference: alias.name)
      })
  }
}
