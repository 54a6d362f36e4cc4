import Cache
import Foundation
import Scripting

/// Something that a word could become.
struct Suggestion: Sendable, Hashable {
  /// What the menu shows.
  let text: String
  /// What is put into the line, before quoting.
  let value: String
  let about: String
  /// Whether the word is whole with it, so that quotes close and a space follows.
  let closes: Bool
  /// Whether it is a sign of the language, such as an option, and must not be quoted.
  let isBare: Bool
  /// So many letters of the value mean something only unquoted, as the `@` of a handle.
  let signs: Int

  /// A path: bare where it can be, or else quoted from its first letter.
  static func path(
    _ text: String, _ about: String = "", value: String, closes: Bool
  ) -> Suggestion {
    let signs = value.prefix { $0 == "/" || $0 == "." }.count
    let rest = String(value.dropFirst(signs))
    return Suggestion(
      text, about, value: value, closes: closes, signs: Lexer.quote(rest) == rest ? signs : 0)
  }

  init(
    _ text: String, _ about: String = "", value: String? = nil, closes: Bool = true,
    isBare: Bool = false, signs: Int = 0
  ) {
    self.text = text
    self.value = value ?? text
    self.about = about
    self.closes = closes
    self.isBare = isBare
    self.signs = signs
  }

  /// The text to put in the word's place: quoted where it has to be, with a space behind a whole word.
  ///
  /// - Parameters:
  ///   - openQuote: The quote that is open at the cursor, which is kept.
  ///   - isLiteral: Whether the word began quoted, so that signs in it mean nothing.
  /// - Returns: The text.
  func insertion(openQuote: Lexer.QuoteStyle?, isLiteral: Bool) -> String {
    guard !isBare else { return closes ? value + " " : value }
    let bare = isLiteral ? "" : value.prefix(signs)
    let rest = String(value.dropFirst(bare.count))
    let word = rest.isEmpty ? "" : Lexer.quote(rest, style: openQuote)
    guard !closes else { return bare + word + " " }
    // A word that goes on keeps its quote open.
    return bare + (["'", "\""].contains(word.first) ? String(word.dropLast()) : word)
  }
}

/// What fits at the cursor.
struct Suggestions: Sendable {
  var suggestions: [Suggestion] = []
  var total = 0
  var note: String?

  init(_ suggestions: [Suggestion] = [], total: Int? = nil, note: String? = nil) {
    self.suggestions = suggestions
    self.total = total ?? suggestions.count
    self.note = note
  }

  /// Those of a short list that match what is typed, by the best way in which any does.
  static func matching(_ list: [Suggestion], _ typed: String) -> Suggestions {
    let wanted = NameFolding.fold(typed)
    guard !wanted.isEmpty else { return Suggestions(list) }
    let tiers = list.map { NameTier(of: wanted, in: NameFolding.fold($0.text)) }
    guard let best = tiers.compactMap(\.self).min() else { return Suggestions() }
    return Suggestions(zip(list, tiers).filter { $0.1 == best }.map(\.0))
  }
}

extension NameTier {
  /// How a folded name fits what was typed; `nil` where it does not.
  init?(of typed: String, in name: String) {
    if name.hasPrefix(typed) {
      self = .prefix
    } else if name.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
      .contains(where: { $0.hasPrefix(typed) })
    {
      self = .wordPrefix
    } else if name.contains(typed) {
      self = .substring
    } else if Self.holdsInOrder(typed, name) {
      self = .subsequence
    } else {
      return nil
    }
  }

  private static func holdsInOrder(_ typed: String, _ name: String) -> Bool {
    var rest = Substring(name)
    for character in typed {
      guard let place = rest.firstIndex(of: character) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }
}
