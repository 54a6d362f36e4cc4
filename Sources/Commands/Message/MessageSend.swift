package import ArgumentParser
package import CommandKit
package import Graph

/// Sends a message to a channel or chat.
///
/// Standing at a person with whom there is no chat yet, the first message makes the chat.
package struct MessageSend: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "send", abstract: "Send a message to a channel or chat.")
  package static let effect = Effect.changes
  package static let permissions = Permissions([
    .in(.channel, person: ["ChannelMessage.Send"], app: nil),
    .in(.chat, person: ["ChatMessage.Send"], app: nil),
    .on(firstMessage, person: ["Chat.Create"], app: nil),
    MessageFiles.permissions,
  ])
  private static let firstMessage = "a first message"
  package static let columns = ChatMessage.columns
  package static let operands = [Operand(\Self.text)]
  package static let examples = [
    Example(
      "Say something in a channel", "message send 'Good morning' --channel 'Contoso IT/General'"),
    Example("Write to a person", "message send 'Lunch?' --chat @adele"),
    Example(
      "Mention somebody, in Markdown",
      "message send '@adele, the **plan** is ready' --markdown --channel 'Contoso IT/General'"),
    Example(
      "Try it without sending",
      "message send 'Good morning' --channel 'Contoso IT/General' --dry-run"),
  ]

  @Argument(
    help: ArgumentHelp(
      "The text, in which @Name mentions somebody; - for standard input.", valueName: "text"))
  var text: Word?

  @OptionGroup var content: MessageContent

  @OptionGroup var files: MessageFiles

  @OptionGroup var container: ConversationOptions

  package init() {}

  package func run(in session: Session) async throws -> Reply<ChatMessage> {
    let files = try files.files(in: session)
    var draft = try await content.draft(
      text, hasFiles: !files.isEmpty, input: session.call.io.input)
    var place = try await session.place(
      team: container.team, channel: container.channel, chat: container.chat,
      kinds: [.channel, .chat], for: .write)
    try await session.mention(in: &draft, content, at: place)
    if case .person(let person) = place { place = try await chat(with: person, in: session) }
    guard let path = MessageRequest.path(of: place) else {
      throw CommandError(.placeNeeded([.channel, .chat]))
    }
    let message = try await session.send(&draft, files, along: path, at: place)
    return .done("Sent to \(place.path).", message)
  }

  /// Makes the one-on-one chat, and stands in it from now on where one stood before it.
  private func chat(with person: Named, in session: Session) async throws -> Place {
    session.call.meet(Self.firstMessage)
    // A place knows no more of a person than the name; that somebody is a guest only Graph knows.
    let reference = PersonReference(Word(person.id, isLiteral: true))
    let found = try await session.people([reference], for: .write)
    let created = try await session.write(
      ChatKind.create(
        [session.caller()] + found, kind: .oneOnOne, topic: nil), to: person)
    if !session.call.isDryRun { session.keep(created, called: person.name, with: [person]) }
    let place = Place.chat(Named(id: created.id, name: "@\(person.name)"))
    if !session.call.isDryRun, session.place == .person(person) {
      session.workspace.move(to: place)
    }
    return place
  }
}
