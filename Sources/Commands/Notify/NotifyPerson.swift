package import ArgumentParser
package import CommandKit

/// Writes to a person first, as the bot.
package struct NotifyPerson: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "person", abstract: "Write to a person first, as the bot.",
    discussion: """
      A name that several people bear is refused, and they are listed: what is meant for one of them is not \
      for the others.
      """)
  package static let effect = Effect.changes
  package static let operands = [Operand(\Self.person), Operand(\Self.text)]
  package static let examples = [
    Example("Tell a person something", "notify person @adele 'Your request was approved.'"),
    Example("See what would be sent", "notify person 'Adele Vance' hello --dry-run"),
  ]

  @Argument(help: ArgumentHelp("Who.", valueName: "person"))
  var person: PersonReference

  @Argument(help: ArgumentHelp("The text; - for standard input.", valueName: "text"))
  var text: Word?

  @OptionGroup var other: BotContentOptions

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let content = try await other.content(text, in: session)
    return try await session.asBot().tell(person, content, session)
  }
}
