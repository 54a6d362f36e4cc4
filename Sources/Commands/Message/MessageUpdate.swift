package import ArgumentParser
package import CommandKit
import Graph
import Identity

/// Gives a message another text; only its author may.
///
/// What hangs on it stays.
package struct MessageUpdate: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Change a message of your own.")
  package static let effect = Effect.changes
  package static let permissions = Permissions.changingMessages
  package static let operands = [Operand(\Self.message), Operand(\Self.text)]
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
    if let old = try await old(location, in: session) { draft.keep(attachmentsOf: old) }
    let _: NoContent = try await session.write(
      Self.update(location, draft), to: location.named)
    return .done("Changed the message.")
  }

  /// The message as it is; what may be changed may not always be read.
  private func old(
    _ location: MessageLocation, in session: Session
  ) async throws -> ChatMessage? {
    let identity = try await session.identity()
    let need = Permissions.readingMessages.requirement(at: location.kind)?
      .permissions(of: identity.kind)
    if PermissionName.missing(need ?? [], from: identity.granted).isEmpty
      || !identity.claims.isReadable
    {
      do {
        return try await session.read(MessageRequest.one(location))
      } catch let error as GraphError where error.code == .forbidden {}
    }
    session.tell(
      "Whether something hangs on the message may not be seen: its place in the text is lost.")
    return nil
  }

  static func update(
    _ location: MessageLocation, _ draft: MessageDraft
  ) -> GraphRequest<NoContent> {
    .patch(location.path, draft.document)
  }
}
