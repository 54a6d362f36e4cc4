package import ArgumentParser
package import CommandKit
import Documents
import Graph

/// Pins a message to the top of its chat, for all who are in it.
package struct MessagePin: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "pin", abstract: "Pin a message to the top of its chat.")
  package static let effect = Effect.changes
  package static let permissions = Permissions(
    person: ["ChatMessage.Send"], app: ["Chat.ReadWrite.All"])
  package static let operands = [Operand(\Self.message)]
  package static let examples = [
    Example(
      "Pin the message before the newest",
      "use 'Project X'; message list --limit 2; message pin %2")
  ]

  @Argument(help: ArgumentHelp("The message.", valueName: "message"))
  var message: MessageReference

  @OptionGroup var container: ConversationOptions

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let location = try await session.location(of: message, in: container, for: .write)
    let (chat, message) = try session.chat(of: location, for: "message pin")
    let _: NoContent = try await session.write(
      Self.pin(message, in: chat), to: location.named)
    return .done("Pinned the message.")
  }

  static func pin(_ message: String, in chat: String) -> GraphRequest<NoContent> {
    let path: GraphPath = "/chats/\(chat)/messages/\(message)"
    return .post(
      "/chats/\(chat)/pinnedMessages",
      ["message@odata.bind": .string("https://graph.microsoft.com/v1.0\(path.text)")])
  }
}
