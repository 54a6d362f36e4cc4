import CommandKit
import Documents
import Output

/// A text in which people are mentioned by name, and what becomes of it.
///
///     @Adele Vance; has the keys     the name up to the semicolon: somebody must bear it
///     @adele has the keys            the longest name of a member that fits: a text where none does
///
/// A mention stands at the beginning or after white space or an opening mark, so that a mail address is
/// none. In HTML nothing inside of tags, of code, or of a mention that is there already counts.
struct MentionText: Sendable, Hashable {
  /// Somebody who can be mentioned.
  struct Member: Sendable, Hashable {
    /// The user's id; none for those who are in no directory.
    let id: String?
    let name: String
    /// What stands before the `@` of the mail address.
    let handle: String?
  }

  /// One mention, in the order of the text.
  struct Mention: Sendable, Hashable {
    let number: Int
    let id: String
    let name: String

    /// As Graph takes it.
    var document: JSON {
      [
        "id": .int(number), "mentionText": .string(name),
        "mentioned": [
          "user": [
            "id": .string(id), "displayName": .string(name), "userIdentityType": "aadUser",
          ]
        ],
      ]
    }
  }

  /// The text with its mentions in it.
  struct Result: Sendable, Hashable {
    var html = ""
    var mentions: [Mention] = []
  }

  private let pieces: [MentionPiece]
  private let isClosed: Bool

  /// - Parameters:
  ///   - content: The text.
  ///   - isClosed: Whether only names up to a semicolon count.
  init(_ content: MessageDraft.Content, closed isClosed: Bool = false) {
    self.isClosed = isClosed
    switch content {
    case .text(let text): pieces = [.text(MentionCell.cells(ofText: text), after: nil)]
    case .html(let html): pieces = MentionPiece.pieces(ofHTML: html)
    }
  }

  /// Whether a name may stand in it, so that the members have to be known.
  var mayMention: Bool {
    pieces.contains { piece in
      guard case .text(let cells, let before) = piece else { return false }
      return cells.indices.contains { index in
        Self.isStart(index, of: cells, after: before)
          && (!isClosed || MentionName(cells[(index + 1)...]).closed != nil)
      }
    }
  }

  /// Puts mentions in the place of names.
  ///
  /// - Parameters:
  ///   - members: Those who can be mentioned.
  ///   - place: Where they are members, for what is said when one is not.
  /// - Returns: The text as HTML, and who is mentioned in it.
  /// - Throws: ``CommandError`` for a name that nobody bears or that several do, and for a member whom
  ///   Graph knows no id of.
  func resolved(among members: [Member], of place: String) throws(CommandError) -> Result {
    var result = Result()
    for piece in pieces {
      switch piece {
      case .markup(let source): result.html += source
      case .text(let cells, let before):
        try resolve(cells, after: before, among: members, of: place, into: &result)
      }
    }
    return result
  }

  private func resolve(
    _ cells: [MentionCell], after before: Character?, among members: [Member], of place: String,
    into result: inout Result
  ) throws(CommandError) {
    var index = 0
    while index < cells.count {
      guard Self.isStart(index, of: cells, after: before),
        let found = try MentionName(cells[(index + 1)...], closed: isClosed)
          .find(among: members, of: place)
      else {
        result.html += cells[index].html
        index += 1
        continue
      }
      let number = result.mentions.count
      let name = HTMLEscaping.attribute(found.name)
      result.mentions.append(Mention(number: number, id: found.id, name: found.name))
      result.html += "<at id=\"\(number)\">\(name)</at>"
      index += 1 + found.length
    }
  }

  /// Whether a name may begin behind this cell.
  private static func isStart(
    _ index: Int, of cells: [MentionCell], after before: Character?
  ) -> Bool {
    guard cells[index].character == "@", index + 1 < cells.count,
      !cells[index + 1].character.isWhitespace
    else { return false }
    return (index == 0 ? before : cells[index - 1].character).map(opens) ?? true
  }

  /// Whether a mention may begin behind a character.
  private static func opens(_ character: Character) -> Bool {
    if character.isWhitespace || "\"'".contains(character) { return true }
    switch character.unicodeScalars.first?.properties.generalCategory {
    case .openPunctuation, .initialPunctuation: return true
    default: return false
    }
  }
}
