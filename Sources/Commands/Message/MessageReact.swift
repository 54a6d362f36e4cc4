package import ArgumentParser
package import CommandKit
import Graph

/// Puts a reaction under a message.
package struct MessageReact: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "react", abstract: "React to a message with an emoji.")
  package static let effect = Effect.changes
  package static let permissions = Permissions.reactingToMessages
  package static let operands = [Operand(\Self.message), Operand(\Self.reaction)]
  package static let examples = [
    Example(
      "Like the newest message",
      "use 'Project X'; message list --limit 1; message react %1 like")
  ]

  @Argument(help: ArgumentHelp("The message.", valueName: "message"))
  var message: MessageReference

  @Argument(
    help: ArgumentHelp(
      "An emoji, or like, heart, laugh, surprised, sad or angry.", valueName: "text"))
  var reaction: Word

  @OptionGroup var container: ConversationOptions

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let reaction = try Reaction(self.reaction)
    let location = try await session.location(of: message, in: container, for: .write)
    let _: NoContent = try await session.write(
      reaction.set(try await session.ownPath(of: location)),
      to: location.named)
    return .done("Reacted with \(reaction.emoji).")
  }
}
