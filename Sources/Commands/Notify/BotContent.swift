import ArgumentParser
import Bot
import CommandKit
import Documents
import Output

/// What is to be said.
enum BotContent: Sendable, Hashable {
  case text(BotText)
  case card(AdaptiveCard)

  /// The message; those whom it mentions are looked up in the roster of its conversation.
  func activity(
    in conversation: String, of place: Place, _ bot: Session
  ) async throws -> JSON {
    switch self {
    case .card(let card): return BotText.activity(card: try JSON(parsing: card.text))
    case .text(let text):
      return text.activity(
        mentioning: try await bot.accounts(of: text.names, in: conversation, place))
    }
  }
}

extension BotContent {
  /// The same as a message of a person's, with names as they were typed.
  ///
  /// - Throws: ``CommandError`` where Markdown cannot be read on this machine.
  func draft() throws(CommandError) -> MessageDraft {
    switch self {
    case .text(let text):
      guard let html = MarkdownHTML.html(text.markdown) else {
        throw CommandError(.unsupported("Markdown needs libcmark, which this system lacks."))
      }
      return MessageDraft(.html(html))
    case .card(let card):
      var draft = MessageDraft(.html(""))
      draft.add(card)
      return draft
    }
  }
}

/// `--card` and `--form-caption`, for what the bot says otherwise than by a text, and in it.
struct BotContentOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A file with an adaptive card; - for standard input.", valueName: "file"))
  var card: Word?

  @Option(help: ArgumentHelp("What links to forms are called.", valueName: "text"))
  var formCaption: Word?

  init() {}

  /// The card, or else the text; a bare `-` stands for the standard input of the command.
  ///
  /// - Throws: ``CommandError`` for neither and for both, for an empty text, and for what is no card.
  func content(_ text: Word?, in session: Session) async throws -> BotContent {
    let input = session.call.io.input
    if let card {
      guard text == nil else {
        throw CommandError(.unsupported("A card stands without a text."))
      }
      return .card(try await AdaptiveCard(file: card, input: input))
    }
    let caption = formCaption?.text ?? session.workspace.configuration.profile.formCaption
    return .text(BotText(try await input.spoken(text), formCaption: caption))
  }
}

extension CommandInput {
  /// What the bot is to say or to ask: a word's text, or all of the input for a bare `-`.
  ///
  /// - Throws: ``CommandError`` for no text, and for one that says nothing.
  func spoken(_ word: Word?) async throws -> String {
    guard let word else { throw CommandError(.messageEmpty(takesFiles: false)) }
    var text = word.text
    if text == "-", !word.isLiteral {
      let bytes = try await bytes()
      guard !bytes.isEmpty else { throw CommandError(.emptyInput) }
      text = String(decoding: bytes, as: UTF8.self)
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw CommandError(.messageEmpty(takesFiles: false))
    }
    return text
  }
}
