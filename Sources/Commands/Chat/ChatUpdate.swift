package import ArgumentParser
import Cache
package import CommandKit
import Documents
import Graph

/// Gives a group chat another topic.
package struct ChatUpdate: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Change the topic of a group chat.")
  package static let effect = Effect.changes
  package static let permissions = Permissions(
    person: ["Chat.ReadWrite"], app: ["Chat.ReadWrite.All"])
  package static let columns = ChatRow.columns
  package static let operands = [Operand(\Self.chat)]
  package static let examples = [
    Example("Rename a chat", "chat update 'Project X' --topic 'Project X, phase 2'")
  ]

  @Argument(help: ArgumentHelp("The chat; where you stand if left out.", valueName: "chat"))
  var chat: ChatReference?

  @Option(help: ArgumentHelp("The new topic.", valueName: "topic"))
  var topic: Word

  package init() {}

  package func run(in session: Session) async throws -> Reply<ChatRow> {
    try ChatTopic.check(topic.text)
    let place = try await session.place(chat: chat, kinds: [.chat], for: .write)
    guard let named = place.chat, ChatKind(ofChat: named.id) == .group else {
      throw CommandError(.notAGroupChat(place.path, .topic))
    }
    let updated = try await session.write(Self.update(named.id, topic: topic.text), to: named)
    let sentence = "The chat \(named.name) is now called \(topic.text)."
    guard !session.call.isDryRun else { return .silent }
    let renamed = Named(id: named.id, name: topic.text)
    session.keep(.chats, renamed: renamed)
    session.workspace.rename(renamed)
    return .done(
      sentence, updated.id.isEmpty ? nil : ChatRow(chat: updated, title: topic.text))
  }

  static func update(_ id: String, topic: String) -> GraphRequest<Chat> {
    .patch("/chats/\(id)", ["topic": .string(topic)])
  }
}
