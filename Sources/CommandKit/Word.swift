/// One word of a command, with the mark that says whether it may be anything but a value.
///
/// A word whose first character was quoted, escaped or came from a variable is a value and nothing else:
/// it is no option although it starts with `-`, no row although it reads `%3`. In `--team="%3"` the
/// option's name is bare and its value is literal, so the value has a mark of its own.
package struct Word: Sendable, Hashable {
  /// The word as the command sees it, without quotes.
  package let text: String

  /// Whether the whole word is a value: its first character was quoted or expanded.
  package let isLiteral: Bool

  /// Whether the part after the first bare `=` is a value: its first character was quoted or expanded.
  ///
  /// Without a bare `=` it says nothing.
  private let hasLiteralValue: Bool

  /// The number of UTF-8 bytes before the first bare `=`, if there is one.
  private let nameLength: Int?

  package init(_ text: String, isLiteral: Bool = false) {
    self.text = text
    self.isLiteral = isLiteral
    let name = text.utf8.prefix { $0 != UInt8(ascii: "=") }.count
    nameLength = isLiteral || name == text.utf8.count ? nil : name
    hasLiteralValue = isLiteral
  }

  /// Makes a bare word whose `=` stands after the given number of UTF-8 bytes.
  package init(_ text: String, nameLength: Int?, hasLiteralValue: Bool) {
    self.text = text
    isLiteral = false
    self.nameLength = nameLength
    self.hasLiteralValue = hasLiteralValue
  }
}

extension Word {
  /// The parts of a list that was typed as one word, parted by commas or spaces.
  package var list: [String] { text.split { $0 == "," || $0 == " " }.map(String.init) }

  /// An option as it was typed: its name with the dashes, and the value behind a bare `=`.
  package struct Option: Sendable, Hashable {
    package let name: String
    package let value: Word?

    package init(name: String, value: Word?) {
      self.name = name
      self.value = value
    }
  }

  /// The word as an option; `nil` for a value, for a bare `-` and for the bare `--` that ends options.
  package var option: Option? {
    guard !isLiteral, text.hasPrefix("-"), text != "-", text != "--" else { return nil }
    guard let nameLength else { return Option(name: text, value: nil) }
    let equals = text.utf8.index(text.startIndex, offsetBy: nameLength)
    let value = Word(String(text[text.utf8.index(after: equals)...]), isLiteral: hasLiteralValue)
    return Option(name: String(text[..<equals]), value: value)
  }
}

extension Word {
  /// The parts of a word such as `limit=5`; `nil` where no bare `=` parts it.
  package var assignment: (name: String, value: Word)? {
    guard !isLiteral, let nameLength, nameLength > 0 else { return nil }
    let equals = text.utf8.index(text.startIndex, offsetBy: nameLength)
    let value = Word(String(text[text.utf8.index(after: equals)...]), isLiteral: hasLiteralValue)
    return (String(text[..<equals]), value)
  }
}

extension Word: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(value) }
}
