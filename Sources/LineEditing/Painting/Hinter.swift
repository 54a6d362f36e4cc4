/// Says how a line that is being typed could go on.
package protocol Hinter: Sendable {
  /// What could follow the line, the cursor being at its end; `nil` where nothing comes to mind.
  ///
  /// Asked on the editor's own thread, between a key and its echo: it answers from memory, at once.
  func hint(for line: String) -> Hint?
}

/// How a line could go on.
package struct Hint: Sendable, Hashable {
  /// The text behind what is typed.
  package var text: String
  /// Whether the text names what is missing, such as `<team>`, and cannot be taken into the line.
  package var isPlaceholder: Bool

  /// Makes a hint of its text.
  package init(_ text: String, isPlaceholder: Bool = false) {
    self.text = text
    self.isPlaceholder = isPlaceholder
  }

  /// The first word, with the blanks before it.
  var firstWord: String {
    let word = text.drop { $0 == " " }.prefix { $0 != " " && $0 != "\n" }
    return String(text[..<word.endIndex])
  }
}
