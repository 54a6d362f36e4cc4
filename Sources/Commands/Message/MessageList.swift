package import ArgumentParser
package import CommandKit
package import Graph

/// Lists the newest messages of a channel or chat, the newest first.
///
/// In a channel these are the messages that begin a conversation, with a time or an order, too; what answers
/// one of them is a list of its own.
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
    Example(
      "List what was begun since yesterday",
      "message list --since yesterday --channel 'Contoso IT/General'"),
    Example("List what was changed last", "message list --order modified --chat 'Project X'"),
  ]

  @Flag(help: "All messages instead of the newest 50.")
  var all = false

  @Option(help: ArgumentHelp("The replies to this message instead.", valueName: "message"))
  var replies: MessageReference?

  @Option(help: ArgumentHelp("The newest by this time first.", valueName: "kind"))
  var order: MessageOrder?

  @Option(
    help: ArgumentHelp("Those from this time on, as yesterday, 2h or a date.", valueName: "date"))
  var since: Moment?

  @Option(help: ArgumentHelp("Those before this time.", valueName: "date"))
  var until: Moment?

  @Option(help: ArgumentHelp("Go on from the link that a cut list ended with.", valueName: "text"))
  var next: Word?

  @OptionGroup var container: ConversationOptions

  package init() {}

  package func validate() throws {
    if next != nil, replies != nil || order != nil {
      throw ValidationError("--next does not go with --replies or --order.")
    }
  }

  package func run(in session: Session) async throws -> Reply<ChatMessage> {
    let limit = session.call.limit ?? (all ? nil : 50)
    let now = session.workspace.now()
    let window = MessageWindow(
      order: order, since: since?.date(from: now), until: until?.date(from: now),
      rest: next.flatMap { SortedRest($0.text) })
    if let next { return try await goOn(from: next, window, limit: limit, in: session) }
    if let replies {
      let location = try await session.location(of: replies, in: container, for: .read)
      guard location.kind == .channel else {
        throw CommandError(
          .unsupported("Chats have no replies: an answer there is a message of its own."))
      }
      return try await list(
        location.repliesPath, window, limit: limit, in: session, arrival: .anyhow)
    }
    let place = try await session.place(
      team: container.team, channel: container.channel, chat: container.chat,
      kinds: [.channel, .chat], for: .read)
    guard let path = MessageRequest.path(of: place) else { return .list([]) }
    return try await list(
      path, window, limit: limit, in: session,
      arrival: place.kind == .chat ? .sorted : .byActivity)
  }

  private func list(
    _ path: GraphPath, _ window: MessageWindow, limit: Int?, in session: Session,
    arrival: MessageSelection.Arrival
  ) async throws -> Reply<ChatMessage> {
    let graph = try await session.graph
    var request = MessageRequest.newest(path, limit: limit)
    switch arrival {
    case .sorted: request.query += window.chatQuery
    case .byActivity: request.query += window.channelQuery
    case .anyhow: break
    }
    guard arrival == .sorted ? window.choosesInChat : !window.isOpen else {
      return .pages(graph.pages(request, limit: limit), limit: limit, { $0 })
    }
    let pages: GraphPages<ChatMessage> = graph.pages(request)
    return MessageSelection(pages, window, arrival: arrival, limit: limit).reply
  }

  private func goOn(
    from link: Word, _ window: MessageWindow, limit: Int?, in session: Session
  ) async throws -> Reply<ChatMessage> {
    session.call.work(in: link.text.contains("/chats") ? .chat : .channel)
    let request = MessageRequest.newest("/messages", limit: limit)
    let pages = try await session.graph.pages(
      following: window.rest?.address ?? link.text, of: request, limit: window.isOpen ? limit : nil)
    guard !window.isOpen else { return .pages(pages, limit: limit, { $0.alone }) }
    return MessageSelection(
      pages, window, arrival: window.rest?.arrival ?? .anyhow, limit: limit
    ).reply
  }
}
