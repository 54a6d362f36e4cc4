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

  @OptionGroup var other: BotContentOptions

  @Option(help: ArgumentHelp("The person who was told.", valueName: "person"))
  var to: PersonReference?

  @OptionGroup var container: ChannelOptions

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let content = try await other.content(text, in: session)
    let bot = try await session.asBot()
    let found = try await location(session)
    let target = Named(id: found.id, name: "message")
    let conversation: String
    switch found.place {
    case .conversation(let known):
      conversation = known
      try await replace(content, at: found.id, in: known, bot, target)
    case .person(let person):
      conversation = try await bot.inConversation(with: person) {
        try await replace(content, at: found.id, in: $0, bot, target)
      }.id
    }
    let id = found.id
    return .done(
      "The bot's message says it now.",
      Note(
        ["id": .string(id), "conversation": .string(conversation)],
        reference: "\(conversation)/\(id)"))
  }

  private func replace(
    _ content: BotContent, at id: String, in conversation: String, _ bot: Session, _ target: Named
  ) async throws {
    let place = Place.chat(Named(id: conversation, name: conversation))
    let activity = try await content.activity(in: conversation, of: place, bot)
    try await bot.replace(id, in: conversation, by: activity, to: target)
  }

  /// Where a message of the bot's is.
  private enum MessagePlace {
    case conversation(String)
    case person(Named)
  }

  /// Where the message is, and its id there.
  private func location(
    _ session: Session
  ) async throws -> (place: MessagePlace, id: String) {
    if let slash = message.text.lastIndex(of: "/"), slash != message.text.startIndex {
      let id = String(message.text[message.text.index(after: slash)...])
      return (.conversation(String(message.text[..<slash])), id)
    }
    if let to {
      return (.person(try await to.resolve(in: session, for: .write)), message.text)
    }
    let found = try await session.standardChannel(
      container.channel, team: container.team, for: .write)
    return (.conversation(found.channel.id), message.text)
  }
}
