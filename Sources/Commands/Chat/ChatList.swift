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
    Example("Find a chat by its topic", "chat list --filter \"topic eq 'Project X'\""),
  ]

  @Option(help: ArgumentHelp("Only chats of this kind.", valueName: "kind"))
  var kind: ChatKind?

  @Option(help: ArgumentHelp("Only chats that this OData filter takes.", valueName: "text"))
  var filter: Word?

  @Option(help: ArgumentHelp("What to show with each.", valueName: "kind"))
  var expand: [ChatExpansion] = []

  @Option(
    help: ArgumentHelp("The rest of a list that a limit cut, by its link.", valueName: "link"))
  var next: Word?

  package init() {}

  package func validate() throws {
    if next != nil, filter != nil || !expand.isEmpty {
      throw ValidationError("--next goes on as the list began: without --filter and --expand.")
    }
  }

  package func run(in session: Session) async throws -> Reply<ChatRow> {
    let kind = kind
    let limit = kind == nil ? session.call.limit : nil
    let request = Self.chats(filter: filter?.text, expand: expand, limit: limit)
    let graph = try await session.graph
    let pages =
      try next.map { try graph.pages(following: $0.text, of: request, limit: limit) }
      ?? graph.pages(request, limit: limit)
    return .pages(pages, seen: { session.keep($0) }) { chat in
      guard kind == nil || chat.chatType == kind?.rawValue else { return nil }
      return ChatRow(chat: chat, title: session.title(of: chat))
    }
  }

  /// The most chats that Graph gives at once.
  private static let most = 50

  static func chats(
    filter: String?, expand: [ChatExpansion], limit: Int?
  ) -> GraphRequest<Chat> {
    var request: GraphRequest<Chat> = .get(
      "/me/chats",
      ["$expand": ChatExpansion.query(expand), "$top": "\(min(most, max(1, limit ?? most)))"])
    if let filter { request.query.append(GraphQuery(name: "$filter", value: filter)) }
    return request
  }
}
