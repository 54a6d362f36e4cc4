package import ArgumentParser
package import CommandKit
package import Graph

/// Shows one message in full.
package struct MessageShow: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one message.")
  package static let effect = Effect.reads
  package static let permissions = Permissions.readingMessages
  package static let columns = ChatMessage.columns
  package static let operands = [Operand(\Self.message)]
  package static let examples = [
    Example(
      "Show the newest message in full",
      "use 'Contoso IT/General'; message list --limit 1; message show %1")
  ]

  @Argument(help: ArgumentHelp("The message.", valueName: "message"))
  var message: MessageReference

  @OptionGroup var container: ConversationOptions

  package init() {}

  package func run(in session: Session) async throws -> Reply<ChatMessage> {
    let location = try await session.location(of: message, in: container, for: .read)
    return .one(try await session.graph.send(MessageRequest.one(location)).value)
  }
}
