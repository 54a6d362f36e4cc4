package import ArgumentParser
package import CommandKit
import Graph

/// Lists the chats of the signed-in person, with whoever is in them.
package struct ChatList: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List your chats.", aliases: ["ls"])
  package static let effect = Effect.reads
  package static let permissions = Permissions(person: ["Chat.ReadBasic"], app: nil)
  package static let columns: [Column<ChatRow>] = [
    Column("CHAT", \.title),
    Column("KIND", \.chat.chatType),
    Column("UPDATED", time: { $0.chat.lastUpdatedDateTime }),
    Column("ID", as: .id, \.chat.id),
  ]
  package static let examples = [
    Example("List your chats", "chat list"),
    Example("List group chats only", "chat list --kind group"),
    Example("List the five chats that changed last", "chat list --limit 5"),
  ]

  @Option(help: ArgumentHelp("Only chats of this kind.", valueName: "kind"))
  var kind: ChatKind?

  package init() {}

  package func run(in session: Session) async throws -> Reply<ChatRow> {
    let kind = kind
    let pages = try await session.graph.pages(
      Session.chats(), limit: kind == nil ? session.call.limit : nil)
    return .pages(pages, seen: { session.keep($0) }) { chat in
      guard kind == nil || chat.chatType == kind?.rawValue else { return nil }
      return ChatRow(chat: chat, title: session.title(of: chat))
    }
  }
}
