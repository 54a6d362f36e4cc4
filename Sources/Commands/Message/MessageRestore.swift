package import ArgumentParser
package import CommandKit
import Graph

/// Brings a deleted message back; only its author may.
package struct MessageRestore: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Restore a deleted message of your own.")
  package static let effect = Effect.changes
  package static let permissions = Permissions.changingMessages
  package static let operands = [Operand(\Self.message)]
  package static let examples = [
    Example(
      "See what would be restored",
      "use 'Project X'; message list --limit 1; message restore %1 --dry-run")
  ]

  @Argument(help: ArgumentHelp("The message.", valueName: "message"))
  var message: MessageReference

  @OptionGroup var container: ConversationOptions

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let location = try await session.location(of: message, in: container, for: .write)
    let _: NoContent = try await session.write(
      Self.restore(try await session.ownPath(of: location)),
      to: location.named)
    return .done("Restored the message.")
  }

  static func restore(_ message: GraphPath) -> GraphRequest<NoContent> {
    .post("\(message)/undoSoftDelete")
  }
}
