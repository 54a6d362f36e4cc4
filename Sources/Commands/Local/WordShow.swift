package import ArgumentParser
package import CommandKit
import Documents

/// Says what a word is where a statement begins: an alias, a command, or a noun.
package struct WordShow: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "type", abstract: "Say what a word stands for.")
  package static let effect = Effect.reads
  package static let columns: [Column<Note>] = [
    Column("WORD", field: "name"),
    Column("KIND", field: "kind"),
    Column("MEANS", field: "about"),
  ]
  package static let operands = [Operand(\Self.words)]
  package static let examples = [
    Example("Say what a command is", "type ls"),
    Example("Say what an alias stands for", "alias mine 'team list'; type mine"),
  ]

  @Argument(help: ArgumentHelp("The words.", valueName: "command"))
  var words: [Word]

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let workspace = session.workspace
    return .list(
      try words.map { word in
        let (kind, about) = try Self.meaning(of: word.text, in: workspace)
        return Note(
          ["name": .string(word.text), "kind": .string(kind), "about": .string(about)],
          reference: word.text)
      })
  }

  private static let reserved = ["for", "in", "if", "else", "end"]

  private static func meaning(
    of word: String, in workspace: Workspace
  ) throws(CommandError) -> (kind: String, about: String) {
    if let alias = workspace.alias(named: word) { return ("alias", alias.text) }
    if reserved.contains(word) { return ("reserved word", "Part of a block; see help scripts.") }
    switch workspace.catalog.lookup([word]) {
    case .command(let entry, _): return ("command", entry.abstract)
    case .noun(let noun): return ("noun", noun.abstract)
    case .unknownVerb, .unknown:
      let known = workspace.catalog.firstWords + workspace.aliases.map(\.name) + reserved
      throw CommandError(
        .unknownCommand(word, nearest: Spelling.nearest(to: word, among: known)))
    }
  }
}
