import ArgumentParser
import CommandKit
import Output

/// What a message can be made of besides its text, and how the text is read.
struct MessageContent: ParsableArguments {
  @Flag(help: "The text is HTML.")
  var html = false

  @Flag(help: "The text is Markdown.")
  var markdown = false

  @Option(
    help: ArgumentHelp("A file with an adaptive card; - for standard input.", valueName: "file"))
  var card: Word?

  @Option(help: ArgumentHelp("The subject of the message.", valueName: "text"))
  var subject: Word?

  @Option(help: ArgumentHelp("How important it is.", valueName: "kind"))
  var importance: Importance?

  @Flag(help: "Leave every @ in the text as it is.")
  var noMentions = false

  @Flag(help: "Mention only whom a semicolon closes, as in @Adele Vance;.")
  var closedMentions = false

  init() {}

  func validate() throws {
    if html, markdown { throw ValidationError("--html does not go with --markdown.") }
    if noMentions, closedMentions {
      throw ValidationError("--no-mentions does not go with --closed-mentions.")
    }
  }

  /// The message, before anybody is mentioned in it.
  ///
  /// - Parameters:
  ///   - text: The text; `-` stands for the standard input of the command.
  ///   - hasFiles: Whether files come with it, so that it may have no text.
  ///   - input: The standard input.
  /// - Returns: The message.
  /// - Throws: ``CommandError`` for an empty message, which Graph would refuse, and for what is no card.
  func draft(
    _ text: Word?, hasFiles: Bool = false, input: CommandInput
  ) async throws -> MessageDraft {
    let card = try await self.card.asyncMap { try await AdaptiveCard(file: $0, input: input) }
    guard text != nil || card != nil || hasFiles else {
      throw CommandError(.messageEmpty(takesFiles: true))
    }
    var draft = MessageDraft(
      try await content(text, input: input), subject: subject?.text, importance: importance)
    if let card { draft.add(card) }
    return draft
  }

  private func content(_ word: Word?, input: CommandInput) async throws -> MessageDraft.Content {
    guard let word else { return .html("") }
    var text = word.text
    if text == "-", !word.isLiteral {
      if let card, card.text == "-", !card.isLiteral {
        throw CommandError(
          .unsupported("The text and the card cannot both come from standard input."))
      }
      text = String(decoding: try await input.bytes(), as: UTF8.self)
      while text.last?.isNewline == true { text.removeLast() }
      if text.isEmpty { throw CommandError(.emptyInput) }
    }
    if text.isEmpty {
      throw CommandError(
        .invalidArgument(name: "The text", value: "", reason: "A message has at least a character.")
      )
    }
    if html { return .html(text) }
    guard markdown else { return .text(text) }
    guard let html = MarkdownHTML.html(text) else {
      throw CommandError(.unsupported("Markdown needs libcmark, which this system lacks."))
    }
    return .html(html)
  }
}

/// How important a message is, as Graph names it.
enum Importance: String, ExpressibleByArgument, CaseIterable {
  case normal, high, urgent
}

extension Optional {
  fileprivate func asyncMap<Other>(
    _ transform: (Wrapped) async throws -> Other
  ) async rethrows -> Other? {
    guard case .some(let value) = self else { return nil }
    return try await transform(value)
  }
}
