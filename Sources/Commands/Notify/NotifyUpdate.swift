package import ArgumentParser
import Bot
package import CommandKit
import Documents

/// Changes what the bot has sent.
package struct NotifyUpdate: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Change what the bot has sent.",
    discussion: """
      A message is named as notify gave it, by its conversation and its id; an id alone stands for one in \
      the channel or with the person that the options name.
      """)
  package static let effect = Effect.changes
  package static let operands = [Operand(\Self.message), Operand(\Self.text)]
  package static let examples = [
    Example(
      "See what a change of a notification would send",
      "notify update 1750000000000 'Backup done' --channel 'Contoso IT/General' --dry-run")
  ]

  @Argument(help: ArgumentHelp("The message.", valueName: "message"))
  var message: Word

  @Argument(help: ArgumentHelp("What it is to say; - for standard input.", valueName: "text"))
  var text: Word?

  @OptionGroup var other: CardOption

  @Option(help: ArgumentHelp("The person who was told.", valueName: "person"))
  var to: PersonReference?

  @OptionGroup var container: ChannelOptions

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let content = try await other.content(text, session.call.io.input)
    let bot = try await session.asBot()
    let (conversation, id) = try await location(session, bot)
    let target = Named(id: id, name: "message")
    let activity = try await content.activity(
      in: conversation, of: .chat(Named(id: conversation, name: conversation)), bot)
    try await bot.replace(id, in: conversation, by: activity, to: target)
    return .done(
      "The bot's message says it now.",
      Note(
        ["id": .string(id), "conversation": .string(conversation)],
        reference: "\(conversation)/\(id)"))
  }

  /// The conversation and the id of the message.
  private func location(
    _ session: Session, _ bot: Session
  ) async throws -> (conversation: String, id: String) {
    if let slash = message.text.lastIndex(of: "/"), slash != message.text.startIndex {
      let id = String(message.text[message.text.index(after: slash)...])
      return (String(message.text[..<slash]), id)
    }
    if let to {
      let person = try await to.resolve(in: session, for: .write)
      return (try await bot.conversation(with: person), message.text)
    }
    let found = try await session.standardChannel(
      container.channel, team: container.team, for: .write)
    return (found.channel.id, message.text)
  }
}
