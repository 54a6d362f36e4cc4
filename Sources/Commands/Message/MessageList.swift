package import ArgumentParser
package import CommandKit
package import Graph

/// Lists the newest messages of a channel or chat, the newest first.
package struct MessageList: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the messages of a channel or chat.", aliases: ["ls"])
  package static let effect = Effect.reads
  package static let permissions = Permissions.readingMessages
  package static let columns: [Column<ChatMessage>] = [
    Column("TIME", time: { $0.createdDateTime }),
    Column("FROM", \.fromName),
    Column("MESSAGE", as: .text, { MessageText.text(of: $0) }),
  ]
  package static let examples = [
    Example("List the newest messages", "message list --channel 'Contoso IT/General'"),
    Example(
      "Write a channel's whole history, a message a line",
      "message list --channel 'Contoso IT/General' --all -o ndjson"),
    Example(
      "List the replies to a message",
      "use 'Contoso IT/General'; message list --limit 3; message list --replies %1"),
  ]

  @Flag(help: "All messages instead of the newest 50.")
  var all = false

  @Option(help: ArgumentHelp("The replies to this message instead.", valueName: "message"))
  var replies: MessageReference?

  @OptionGroup var container: ConversationOptions

  package init() {}

  package func run(in session: Session) async throws -> Reply<ChatMessage> {
    let limit = session.call.limit ?? (all ? nil : 50)
    let path: GraphPath
    if let replies {
      let location = try replies.locate(in: session, at: session.place)
      session.call.work(in: location.kind)
      path = location.repliesPath
    } else {
      let place = try await session.place(
        team: container.team, channel: container.channel, chat: container.chat,
        kinds: [.channel, .chat], for: .read)
      guard let messages = MessageRequest.path(of: place) else { return .list([]) }
      path = messages
    }
    let pages = try await session.graph.pages(
      MessageRequest.newest(path, limit: limit), limit: limit)
    return .pages(pages, limit: limit, { $0 })
  }
}
