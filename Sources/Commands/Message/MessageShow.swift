package import ArgumentParser
package import CommandKit
package import Graph

/// Shows one message in full.
package struct MessageShow: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one message.")
  package static let effect = Effect.reads
  package static let permissions = MessageList.permissions
  package static let columns: [Column<ChatMessage>] = [
    Column("From", \.fromName),
    Column("Sent", { MessageText.time($0.createdDateTime) }),
    Column("Subject", \.subject),
    Column("Importance", \.importance),
    Column("Message", { MessageText.text(of: $0) }),
    Column("Attachments", { $0.attachments.compactMap(\.name).joined(separator: ", ") }),
    Column("Address", \.webUrl),
    Column("ID", isEssential: true, \.id),
  ]
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
    return .one(try await session.graph.send(Self.message(location)).value)
  }

  static func message(_ location: MessageLocation) -> GraphRequest<ChatMessage> {
    .get(location.path, headers: ["Prefer": "include-unknown-enum-members"])
  }
}

extension Session {
  /// Where a message is: its own reference says it, or the options, or where one stands.
  func location(
    of message: MessageReference, in container: ConversationOptions, for purpose: Purpose
  ) async throws -> MessageLocation {
    var place = self.place
    if container.team != nil || container.channel != nil || container.chat != nil {
      place = try await self.place(
        team: container.team, channel: container.channel, chat: container.chat,
        kinds: [.channel, .chat], for: purpose)
    }
    let location = try message.locate(in: self, at: place)
    call.work(in: location.kind)
    return location
  }
}
