package import ArgumentParser
package import CommandKit
import Documents
import Graph

/// Takes a pinned message off the top of its chat.
package struct MessageUnpin: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "unpin", abstract: "Take a pinned message off the top of its chat.")
  package static let effect = Effect.changes
  package static let permissions = Permissions(
    person: ["Chat.ReadWrite"], app: ["Chat.ReadWrite.All"])
  package static let operands = [Operand(\Self.message)]
  package static let examples = [
    Example(
      "Unpin the newest message",
      "use 'Project X'; message list --limit 1; message unpin %1")
  ]

  @Argument(help: ArgumentHelp("The message.", valueName: "message"))
  var message: MessageReference

  @OptionGroup var container: ConversationOptions

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let location = try await session.location(of: message, in: container, for: .write)
    let (chat, message) = try session.chat(of: location, for: "message unpin")
    for try await page in try await session.graph.pages(Self.pins(of: chat)) {
      for pin in page.items where pin["message"]?["id"]?.string == message {
        let _: NoContent = try await session.write(
          Self.unpin(pin["id"]?.string ?? message, in: chat),
          to: location.named)
        return .done("Unpinned the message.")
      }
    }
    throw CommandError(.notFound(.pin, message, nearest: []))
  }

  static func pins(of chat: String) -> GraphRequest<JSON> {
    .get("/chats/\(chat)/pinnedMessages", ["$expand": "message"])
  }

  static func unpin(_ pin: String, in chat: String) -> GraphRequest<NoContent> {
    .delete("/chats/\(chat)/pinnedMessages/\(pin)")
  }
}
