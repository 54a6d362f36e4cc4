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

  init(
    _ text: String, _ about: String = "", value: String? = nil, closes: Bool = true,
    isBare: Bool = false
  ) {
    self.text = text
    self.value = value ?? text
    self.about = about
    self.closes = closes
    self.isBare = isBare
  }

  /// The text to put in the word's place: quoted where it has to be, with a space behind a whole word.
  func insertion(openQuote: Lexer.QuoteStyle?) -> String {
    let word = isBare ? value : Lexer.quote(value, style: openQuote)
    guard !closes else { return word + " " }
    // A word that goes on keeps its quote open.
    return ["'", "\""].contains(word.first) ? String(word.dropLast()) : word
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

  /// Those of a short list whose text begins with what is typed, or else holds it.
  static func matching(_ list: [Suggestion], _ typed: String) -> Suggestions {
    let wanted = NameFolding.fold(typed)
    let begins = list.filter { NameFolding.fold($0.text).hasPrefix(wanted) }
    if !begins.isEmpty { return Suggestions(begins) }
    return Suggestions(list.filter { NameFolding.fold($0.text).contains(wanted) })
  }
}
