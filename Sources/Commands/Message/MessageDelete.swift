package import ArgumentParser
package import CommandKit
import Graph

/// Deletes a message, which can be restored; only its author may.
package struct MessageDelete: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete a message of your own.", aliases: ["rm"])
  package static let effect = Effect.removes
  package static let permissions = Permissions.changingMessages
  package static let operands = [Operand(\Self.message)]
  package static let examples = [
    Example(
      "See what would be deleted",
      "message delete 1616990032035 --chat 'Project X' --dry-run")
  ]

  @Argument(help: ArgumentHelp("The message.", valueName: "message"))
  var message: MessageReference

  @OptionGroup var container: ConversationOptions

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let location = try await session.location(of: message, in: container, for: .remove)
    try await session.confirm("Delete \(await Self.description(of: location, in: session))?")
    let _: NoContent = try await session.write(
      Self.delete(try await session.ownPath(of: location)),
      to: location.named)
    return .done("Deleted the message.")
  }

  /// What the question names: the message's beginning, where it may be read.
  private static func description(
    of location: MessageLocation, in session: Session
  ) async -> String {
    guard !session.call.assumesYes, !session.call.isDryRun,
      let message = try? await session.graph.send(MessageRequest.one(location)).value
    else { return "the message" }
    let text = MessageText.text(of: message).replacing("\n", with: " ")
    let start = text.count > 50 ? text.prefix(49) + "…" : text[...]
    return "the message “\(start)” of \(message.fromName ?? "nobody")"
  }

  static func delete(_ message: GraphPath) -> GraphRequest<NoContent> {
    .post("\(message)/softDelete")
  }
}
