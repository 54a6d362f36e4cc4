import CommandKit
import Documents
import Graph

/// A reaction to a message: an emoji, which Teams' own six may be called by name.
struct Reaction: Sendable, Hashable {
  let emoji: String

  private static let named: KeyValuePairs = [
    "like": "👍", "heart": "❤️", "laugh": "😆", "surprised": "😮", "sad": "😢", "angry": "😠",
  ]

  /// - Throws: ``CommandError`` for what is neither.
  init(_ word: Word) throws(CommandError) {
    if let known = Self.named.first(where: { $0.key == word.text.lowercased() }) {
      emoji = known.value
    } else if word.text.count == 1, let scalar = word.text.unicodeScalars.first,
      scalar.properties.isEmoji, !scalar.isASCII || word.text.unicodeScalars.count > 1
    {
      emoji = word.text
    } else {
      throw CommandError(
        .invalidArgument(
          name: "A reaction", value: word.text,
          reason: "It is an emoji, or one of \(Self.named.map(\.key).joined(separator: ", "))."))
    }
  }

  /// Puts it under a message.
  func set(_ message: GraphPath) -> GraphRequest<NoContent> {
    .post("\(message)/setReaction", ["reactionType": .string(emoji)])
  }

  /// Takes it away.
  func unset(_ message: GraphPath) -> GraphRequest<NoContent> {
    .post("\(message)/unsetReaction", ["reactionType": .string(emoji)])
  }
}
