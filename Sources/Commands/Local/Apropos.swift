package import ArgumentParser
package import CommandKit
import Documents

/// Lists the commands, options, settings, topics and keys that have to do with some words.
package struct Apropos: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "apropos", abstract: "Search help.",
    discussion: "It finds what holds all of the words: names first, then what help says of them.")
  package static let effect = Effect.reads
  package static let columns: [Column<Note>] = [
    Column("NAME", field: "name"),
    Column("KIND", field: "kind"),
    Column("ABOUT", field: "about", as: .text),
  ]
  package static let operands = [Operand(\Self.words)]
  package static let examples = [
    Example("Find what has to do with owners", "apropos owner"),
    Example("Find the commands that a permission allows", "apropos ChannelMessage.Send"),
    Example("Find an option by what it does", "apropos columns"),
  ]

  @Argument(help: ArgumentHelp("What to look for.", valueName: "text"))
  var words: [Word]

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let found = HelpSearch(session.workspace.helpContext).matches(words.map(\.text))
    guard !found.isEmpty else {
      throw CommandError(.nothingAbout(words.map(\.text).joined(separator: " ")))
    }
    return .list(
      found.map { entry in
        Note(
          [
            "name": .string(entry.name), "kind": .string(entry.kind.rawValue),
            "about": .string(entry.abstract), "help": .string(entry.page),
          ], reference: entry.page)
      })
  }
}
