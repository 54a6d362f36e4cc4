import ArgumentParser

/// How a word's mark survives the argument parser, which knows text only.
///
/// A literal word that looks like something special is passed with a sign before it that no terminal can
/// type into a name (U+0001); parsing the value takes the sign off and sets the mark again.
extension Word: ExpressibleByArgument {
  private static let mark: Character = "\u{1}"

  package init?(argument: String) {
    self.init(
      argument.hasPrefix(String(Self.mark)) ? String(argument.dropFirst()) : argument,
      isLiteral: argument.hasPrefix(String(Self.mark)))
  }

  /// The word as the argument parser gets it.
  package var argument: String {
    if isLiteral { return Self.marked(text) }
    guard let option, let value = option.value, value.isLiteral else { return text }
    return "\(option.name)=\(Self.marked(value.text))"
  }

  private static func marked(_ text: String) -> String {
    guard let first = text.first, "-%@./\u{1}".contains(first) else { return text }
    return String(mark) + text
  }

  package var defaultValueDescription: String { text }
}
