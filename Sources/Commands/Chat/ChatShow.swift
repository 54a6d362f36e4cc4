package import ArgumentParser
package import CommandKit
import Graph

/// Shows one chat and its members.
package struct ChatShow: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one chat.")
  package static let effect = Effect.reads
  package static let permissions = Permissions(
    person: ["Chat.ReadBasic"], app: ["Chat.ReadBasic.All"])
  package static let columns = ChatRow.columns
  package static let operands = [Operand(\Self.chat)]
  package static let examples = [
    Example("Show a chat by its topic", "chat show 'Project X'"),
    Example("Show the chat with a person", "chat show @adele"),
    Example(
      "Print its newest message",
      "chat show @adele --expand lastMessagePreview --jq .lastMessagePreview.body.content"),
  ]

  @Argument(help: ArgumentHelp("The chat; where you stand if left out.", valueName: "chat"))
  var chat: ChatReference?

  @Option(help: ArgumentHelp("What to show with it.", valueName: "kind"))
  var expand: [ChatExpansion] = []

  package init() {}

  package func run(in session: Session) async throws -> Reply<ChatRow> {
    let place = try await session.place(chat: chat, kinds: [.chat], for: .read)
    guard case .chat(let named) = place else {
      throw CommandError(.notFound(.chat, place.path, nearest: []))
    }
    let chat = try await session.read(Self.chat(named.id, expand))
    return .one(ChatRow(chat: chat, title: session.title(of: chat)))
  }

  static func chat(_ id: String, _ expand: [ChatExpansion]) -> GraphRequest<Chat> {
    .get("/chats/\(id)", ["$expand": ChatExpansion.query(expand)])
  }
}
