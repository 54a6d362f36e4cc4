extension Lexer {
  /// How a text is protected when it is put into a line.
  package enum QuoteStyle: Sendable, Hashable {
    case single, double
    /// Only around values of the integration's arguments.
    case backtick
  }

  /// Writes a text so that it is read again as exactly that text, and as a value.
  ///
  /// The one place where names are quoted. A plain name stays as it is; most others get `"…"`; one with
  /// `"`, `\` or `$` gets `'…'` unless it holds an apostrophe too.
  ///
  /// - Parameters:
  ///   - text: The text, such as a team's name.
  ///   - style: The quote that the person has opened already, which is kept; `nil` for the best one.
  /// - Returns: What to type.
  package static func quote(_ text: String, style: QuoteStyle? = nil) -> String {
    switch style ?? bestStyle(for: text) {
    case nil: text
    case .single, .backtick: "'" + text.replacing("'", with: #"'\''"#) + "'"
    case .double: doubleQuoted(text)
    }
  }

  private static func bestStyle(for text: String) -> QuoteStyle? {
    if isPlain(text) { return nil }
    let needsEscape = text.utf8.contains { [.backslash, .newline].contains($0) || $0.isQuoteSign }
    return needsEscape && !text.utf8.contains(UInt8(ascii: "'")) && !text.utf8.contains(.newline)
      ? .single : .double
  }

  private static func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\"", "\\", "$": result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether a text may stand bare wherever a value can: it starts like a name and holds no sign or space.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first,
      first.properties.isAlphabetic || first.properties.numericType != nil || first == "_"
    else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        ? scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "_-.,:/@+%~^[]{}=".unicodeScalars.contains(scalar)
        : !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
          && scalar.properties.generalCategory != .control
    }
  }
}

extension UInt8 {
  /// Whether double quotes would need a backslash before it.
  fileprivate var isQuoteSign: Bool {
    self == UInt8(ascii: "\"") || self == UInt8(ascii: "$")
  }
}
