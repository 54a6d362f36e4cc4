package import ArgumentParser
package import CommandKit
import Documents
import Graph

/// Creates a chat with one person, or with several; the caller is in it as an owner.
///
/// Of two people there is only ever one chat: the one that exists is given, and nothing is written.
package struct ChatCreate: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Create a chat with people.")
  package static let effect = Effect.changes
  package static let permissions = Permissions(person: ["Chat.Create"], app: nil)
  package static let columns = ChatRow.columns
  package static let operands = [Operand(\Self.people)]
  package static let examples = [
    Example("Start a chat with one person", "chat create 'Gone Away'"),
    Example(
      "Start a group chat with a topic", "chat create @adele @alex --topic 'Project Y'"),
    Example(
      "Go on without those who are not found",
      "chat create @adele @alex nobody@contoso.com --skip-missing"),
  ]

  @Argument(help: ArgumentHelp("The people beside yourself.", valueName: "person"))
  var people: [PersonReference]

  @Option(help: ArgumentHelp("The name of a group chat.", valueName: "topic"))
  var topic: Word?

  @Flag(help: "The chat of two, also where it exists already.")
  var oneOnOne = false

  @Flag(help: "A group chat, even of two people.")
  var group = false

  @Flag(help: "Go on without people who are not found, and say who they are.")
  var skipMissing = false

  package init() {}

  package func validate() throws {
    if people.isEmpty { throw ValidationError("A chat needs at least one other person.") }
    if oneOnOne, group { throw ValidationError("--one-on-one does not go with --group.") }
    if oneOnOne, topic != nil { throw ValidationError("A one-on-one chat has no topic.") }
  }

  package func run(in session: Session) async throws -> Reply<ChatRow> {
    if let topic { try ChatTopic.check(topic.text) }
    let me = try await session.caller()
    let found = try await session.people(people, for: .write, skippingMissing: skipMissing)
    let others = found.filter { $0.named.id != me.named.id }
    guard let first = others.first else {
      throw CommandError(.unsupported("A chat needs somebody beside yourself."))
    }
    if oneOnOne, others.count > 1 {
      throw CommandError(
        .unsupported("A one-on-one chat is with one person, and \(others.count) are named."))
    }
    let isGroup = group || others.count > 1 || topic != nil
    if !isGroup, let chat = try await existing(with: first.named, in: session) {
      return .done(
        "The chat with \(first.named.name) is there already.",
        ChatRow(chat: chat, title: session.title(of: chat)))
    }
    let request = ChatKind.create(
      [me] + others, kind: isGroup ? .group : .oneOnOne, topic: topic?.text)
    let chat = try await session.write(request, to: others.map(\.named))
    let names = others.map(\.named.name).joined(separator: ", ")
    let sentence =
      "Created the chat \(topic?.text ?? (isGroup ? "of \(names)" : "with \(names)"))."
    guard !session.call.isDryRun, !chat.id.isEmpty else {
      return .done("\(sentence) Graph did not say its id.")
    }
    session.keep(chat, called: topic?.text ?? names, with: others.map(\.named))
    return .done(sentence, ChatRow(chat: chat, title: topic?.text ?? names))
  }

  /// The chat of two that exists; one that may not be looked for is left to Graph, which gives it too.
  private func existing(with person: Named, in session: Session) async throws -> Chat? {
    do {
      let chat = try await session.oneOnOneChat(with: person)
      if let chat { session.keep([chat]) }
      return chat
    } catch let error as GraphError where error.code == .forbidden {
      return nil
    }
  }
}
