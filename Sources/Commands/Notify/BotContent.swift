import ArgumentParser
import Bot
import CommandKit
import Documents

/// What the bot is to say.
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
      guard !text.names.isEmpty else { return text.activity() }
      let roster = try await bot.roster(of: conversation)
      var accounts: [String: String] = [:]
      for name in text.names {
        accounts[name] = try roster.account(of: name, in: place.path)
      }
      return text.activity(mentioning: accounts)
    }
  }
}

/// `--card`, for what the bot says otherwise than by a text.
struct CardOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("A file with an adaptive card; - for standard input.", valueName: "file"))
  var card: Word?

  init() {}

  /// The card, or else the text; a bare `-` stands for the standard input of the command.
  ///
  /// - Throws: ``CommandError`` for neither and for both, for an empty text, and for what is no card.
  func content(_ text: Word?, _ input: CommandInput) async throws -> BotContent {
    if let card {
      guard text == nil else {
        throw CommandError(.unsupported("A card stands without a text."))
      }
      return .card(try await AdaptiveCard(file: card, input: input))
    }
    guard let text else { throw CommandError(.messageEmpty) }
    guard text.text == "-", !text.isLiteral else { return try Self.content(text.text) }
    let bytes = try await input.bytes()
    guard !bytes.isEmpty else { throw CommandError(.emptyInput) }
    return try Self.content(String(decoding: bytes, as: UTF8.self))
  }

  private static func content(_ text: String) throws(CommandError) -> BotContent {
    guard text.contains(where: { !$0.isWhitespace }) else { throw CommandError(.messageEmpty) }
    return .text(BotText(text))
  }
}
