package import ArgumentParser
package import CommandKit
import Documents
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
    .in(.chat, person: ["ChatMessage.Send", "Chat.Create"], app: nil),
  ])
  package static let columns = ChatMessage.columns
  package static let examples = [
    Example(
      "Say something in a channel", "message send 'Good morning' --channel 'Contoso IT/General'"),
    Example("Write to a person", "message send 'Lunch?' --chat @adele"),
    Example(
      "Try it without sending",
      "message send 'Good morning' --channel 'Contoso IT/General' --dry-run"),
  ]

  @Argument(help: ArgumentHelp("The text; - for standard input.", valueName: "text"))
  var text: Word

  @Flag(help: "The text is HTML.")
  var html = false

  @Option(help: ArgumentHelp("The subject of a new conversation.", valueName: "text"))
  var subject: Word?

  @Option(help: ArgumentHelp("How important it is.", valueName: "kind"))
  var importance: Importance?

  @OptionGroup var container: ConversationOptions

  package init() {}

  package func run(in session: Session) async throws -> Reply<ChatMessage> {
    let body = try await MessageBody(text, isHTML: html, input: session.call.io.input)
    var place = try await session.place(
      team: container.team, channel: container.channel, chat: container.chat,
      kinds: [.channel, .chat], for: .write)
    if case .person(let person) = place { place = try await chat(with: person, in: session) }
    guard let path = MessageRequest.path(of: place) else {
      throw CommandError(.placeNeeded([.channel, .chat]))
    }
    let request: GraphRequest<ChatMessage> = .post(
      path, body.message(subject: subject?.text, importance: importance))
    let message = try await session.write(request, to: place.named)
    return .done("Sent to \(place.path).", message)
  }

  /// Makes the one-on-one chat, and stands in it from now on where one stood before it.
  private func chat(with person: Named, in session: Session) async throws -> Place {
    let me = try await session.me()
    let created = try await session.write(
      ChatKind.create([me, person], kind: .oneOnOne, topic: nil), to: person)
    if !session.call.isDryRun { session.keep(created, called: person.name, with: [person]) }
    let place = Place.chat(Named(id: created.id, name: "@\(person.name)"))
    if !session.call.isDryRun, session.place == .person(person) {
      session.workspace.move(to: place)
    }
    return place
  }
}

/// How important a message is, as Graph names it.
enum Importance: String, ExpressibleByArgument, CaseIterable {
  case normal, high, urgent
}
