package import ArgumentParser
import Bot
package import CommandKit
import Documents

/// Tells a channel or a person something, as the bot.
package struct NotifySend: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "send", abstract: "Tell a channel or a person something, as the bot.",
    discussion: """
      The bot that login --bot signs in sends it, so its app has to be in the team, or to be there for the \
      person. Names of people and channels are looked up in Graph as whoever else is signed in. A text is \
      Markdown as Teams reads it; @Name; mentions a member of the team. Private and shared channels take \
      no messages from bots. A reply, which no bot can send first, is the signed-in person's.
      """)
  package static let effect = Effect.changes
  package static let permissions = Permissions([
    .on(replying, person: ["ChannelMessage.Send"], app: nil)
  ])
  static let replying = "--reply"
  package static let operands = [Operand(\Self.text)]
  package static let examples = [
    Example(
      "Tell a channel something", "notify send 'Backup **done**' --channel 'Contoso IT/General'"),
    Example("Tell a person something", "notify send 'Your request was approved.' --to @adele"),
    Example(
      "Mention a member of the team",
      "notify send '@Megan Bowen; please look at https://contoso.com/tickets/12' "
        + "--channel 'Contoso IT/General'"),
    Example(
      "Reply in a channel, as yourself",
      "use 'Contoso IT/General'; message list --limit 1; notify send 'It is mended.' --reply %1"),
    Example(
      "Try it without sending",
      "notify send 'Backup done' --channel 'Contoso IT/General' --dry-run"),
  ]

  @Argument(
    help: ArgumentHelp(
      "The text, in which @Name; mentions somebody; - for standard input.", valueName: "text"))
  var text: Word?

  @OptionGroup var other: BotContentOptions

  @Option(help: ArgumentHelp("The person to tell it.", valueName: "person"))
  var to: PersonReference?

  @Option(
    help: ArgumentHelp(
      "The message of a channel to reply to, as the person.", valueName: "message"))
  var reply: MessageReference?

  @OptionGroup var container: ChannelOptions

  package init() {}

  package func validate() throws {
    if to != nil, container.channel != nil || container.team != nil {
      throw ValidationError("--to does not go with --team or --channel.")
    }
    if to != nil, reply != nil { throw ValidationError("--to does not go with --reply.") }
  }

  package func run(in session: Session) async throws -> Reply<Note> {
    let content = try await other.content(text, in: session)
    if let reply { return try await answer(content, to: reply, in: session) }
    let bot = try await session.asBot()
    if let to { return try await bot.tell(to, content, session) }
    let found = try await session.standardChannel(
      container.channel, team: container.team, for: .write)
    return try await bot.say(
      content, in: found.channel.id, of: .channel(team: found.team, found.channel),
      to: found.channel)
  }
}

extension Session {
  /// Tells a person something as the bot; their name is looked up by whoever else is signed in.
  func tell(
    _ reference: PersonReference, _ content: BotContent, _ outer: Session
  ) async throws -> Reply<Note> {
    let person = try await reference.resolve(in: outer, for: .write)
    let place = Place.person(person)
    let sent = try await inConversation(with: person) { conversation in
      try await post(
        content.activity(in: conversation, of: place, self), in: conversation, to: person)
    }
    return told(sent.value, in: sent.id, of: place)
  }

  /// Says something as the bot in a channel.
  fileprivate func say(
    _ content: BotContent, in conversation: String, of place: Place, to target: Named
  ) async throws -> Reply<Note> {
    let activity = try await content.activity(in: conversation, of: place, self)
    return told(
      try await post(activity, in: conversation, to: target), in: conversation, of: place)
  }

  private func told(_ id: String, in conversation: String, of place: Place) -> Reply<Note> {
    .done(
      "The bot sent it to \(place.path).",
      Note(
        ["id": .string(id), "conversation": .string(conversation), "person": person(place)],
        reference: "\(conversation)/\(id)"))
  }

  private func person(_ place: Place) -> JSON {
    guard case .person(let person) = place else { return .null }
    return .string(person.id)
  }
}
