package import ArgumentParser
package import CommandKit
import Documents
import Graph

/// Creates a chat with one person, or with several; the caller is in it as an owner.
///
/// Of two people there is only ever one chat: creating it again gives the one that exists.
package struct ChatCreate: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Create a chat with people.")
  package static let effect = Effect.changes
  package static let permissions = Permissions(person: ["Chat.Create"], app: nil)
  package static let columns = ChatRow.columns
  package static let examples = [
    Example("Start a chat with one person", "chat create 'Adele Vance'"),
    Example(
      "Start a group chat with a topic", "chat create @adele @alex --topic 'Project Y'"),
  ]

  @Argument(help: ArgumentHelp("The people beside yourself.", valueName: "person"))
  var people: [PersonReference]

  @Option(help: ArgumentHelp("The name of a group chat.", valueName: "topic"))
  var topic: Word?

  package init() {}

  package func validate() throws {
    if people.isEmpty { throw ValidationError("A chat needs at least one other person.") }
  }

  package func run(in session: Session) async throws -> Reply<ChatRow> {
    let me = try await session.me()
    var others: [Named] = []
    for person in people {
      let found = try await person.resolve(in: session, for: .write)
      if found.id != me.id, !others.contains(found) { others.append(found) }
    }
    guard let first = others.first else {
      throw CommandError(.unsupported("A chat needs somebody beside yourself."))
    }
    let isGroup = others.count > 1 || topic != nil
    let request = ChatKind.create(
      [me] + others, kind: isGroup ? .group : .oneOnOne, topic: topic?.text)
    let chat = try await session.write(request, to: first)
    let title = topic?.text ?? others.map(\.name).joined(separator: ", ")
    if !session.call.isDryRun { session.keep(chat, called: title, with: others) }
    return .done("The chat \(title) is there.", ChatRow(chat: chat, title: title))
  }
}
