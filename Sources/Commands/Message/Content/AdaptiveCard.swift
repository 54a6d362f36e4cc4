import CommandKit
import Documents
import Foundation

/// An adaptive card from a file, checked as far as Teams would refuse it without a word.
struct AdaptiveCard: Sendable, Hashable {
  static let contentType = "application/vnd.microsoft.card.adaptive"

  /// The card's JSON, as it was written.
  let text: String

  /// Reads a card; `-` stands for the standard input of the command.
  init(file word: Word, input: CommandInput) async throws {
    if word.text == "-", !word.isLiteral {
      let bytes = try await input.bytes()
      if bytes.isEmpty { throw CommandError(.emptyInput) }
      try self.init(bytes, name: "Standard input")
    } else {
      try self.init(try LocalFile(path: word.text, limit: Self.longest).contents(), name: word.text)
    }
  }

  /// The most that a message can hold.
  private static let longest = 100_000

  /// - Throws: ``CommandError`` for what is no card.
  init(_ bytes: [UInt8], name: String) throws(CommandError) {
    var card: JSON
    do {
      card = try JSON(parsing: bytes)
    } catch {
      throw CommandError(.card(.notJSON(offset: error.offset), file: name))
    }
    // As an attachment of a message holds it.
    if card["contentType"]?.string == Self.contentType, let content = card["content"] {
      card = content
    }
    guard card.object != nil else { throw CommandError(.card(.notAnObject, file: name)) }
    guard card["type"]?.string == "AdaptiveCard" else {
      throw CommandError(.card(.wrongType(card["type"]?.string), file: name))
    }
    guard let version = card["version"]?.string, version.wholeMatch(of: /1\.\d+/) != nil else {
      throw CommandError(.card(.noVersion, file: name))
    }
    text = card.text()
  }
}
