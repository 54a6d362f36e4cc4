package import ArgumentParser
package import CommandKit
import Graph

/// Gives a message another text; only its author may.
package struct MessageUpdate: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Change a message of your own.")
  package static let effect = Effect.changes
  package static let permissions = Permissions.changingMessages
  package static let examples = [
    Example(
      "See what a correction would send",
      "use 'Project X'; message list --limit 1; message update %1 'Meeting at 10' --dry-run")
  ]

  @Argument(help: ArgumentHelp("The message.", valueName: "message"))
  var message: MessageReference

  @Argument(
    help: ArgumentHelp(
      "The text, in which @Name mentions somebody; - for standard input.", valueName: "text"))
  var text: Word?

  @OptionGroup var content: MessageContent

  @OptionGroup var container: ConversationOptions

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let location = try await session.location(of: message, in: container, for: .write)
    var draft = try await content.draft(text, input: session.call.io.input)
    try await session.mention(in: &draft, content, at: session.place(of: location))
    let _: NoContent = try await session.write(
      Self.update(location, draft), to: location.named)
    return .done("Changed the message.")
  }

  static func update(
    _ location: MessageLocation, _ draft: MessageDraft
  ) -> GraphRequest<NoContent> {
    .patch(location.path, draft.document)
  }
}
