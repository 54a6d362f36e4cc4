import CommandKit
import Documents

/// The text of a message on its way to Graph.
struct MessageBody: Sendable {
  let content: String
  let isHTML: Bool

  /// Takes the text as given; `-` stands for the standard input of the command.
  ///
  /// - Throws: ``CommandError`` for an empty text, which Graph would refuse.
  init(_ word: Word, isHTML: Bool, input: CommandInput) async throws {
    var text = word.text
    if text == "-", !word.isLiteral {
      text = String(decoding: try await input.bytes(), as: UTF8.self)
      while text.last?.isNewline == true { text.removeLast() }
      if text.isEmpty { throw CommandError(.emptyInput) }
    }
    if text.isEmpty {
      throw CommandError(
        .invalidArgument(name: "The text", value: "", reason: "A message has at least a character.")
      )
    }
    content = text
    self.isHTML = isHTML
  }

  /// The document of a new message.
  func message(subject: String?, importance: Importance?) -> JSON {
    var message = JSONObject()
    if let subject { message["subject"] = .string(subject) }
    if let importance { message["importance"] = .string(importance.rawValue) }
    message["body"] = [
      "contentType": .string(isHTML ? "html" : "text"), "content": .string(content),
    ]
    return .object(message)
  }
}
