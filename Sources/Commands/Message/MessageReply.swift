package import ArgumentParser
package import CommandKit
package import Graph

/// Answers a message of a channel, below the message that began the conversation.
///
/// Chats have no replies: there an answer is a message of its own.
package struct MessageReply: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "reply", abstract: "Reply to a message of a channel.")
  package static let effect = Effect.changes
  package static let permissions = Permissions([
    .in(.channel, person: ["ChannelMessage.Send"], app: nil),
    .in(.chat, person: ["ChatMessage.Send"], app: nil),
    MessageFiles.permissions,
  ])
  package static let columns = ChatMessage.columns
  package static let operands = [Operand(\Self.message), Operand(\Self.text)]
  package static let examples = [
    Example(
      "Reply to the newest message",
      "use 'Contoso IT/General'; message list --limit 1; message reply %1 'Thank you'")
  ]

  @Argument(help: ArgumentHelp("The message.", valueName: "message"))
  var message: MessageReference

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
    let location = try await session.location(of: message, in: container, for: .write)
    let place = session.place(of: location)
    try await session.mention(in: &draft, content, at: place)
    let reply = try await session.send(
      &draft, files, along: location.repliesPath, at: place,
      naming: location.named)
    return .done("Replied.", reply)
  }
}
