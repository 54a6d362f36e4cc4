/// How a piece of text stands out on a terminal that takes colour.
package struct Style: Sendable, Hashable {
  /// The parameters of the escape sequence (ECMA-48 §8.3.117, "SGR").
  private let parameters: String

  package static let bold = Style(parameters: "1")
  package static let dim = Style(parameters: "2")
  package static let reverse = Style(parameters: "7")
  package static let red = Style(parameters: "31")
  package static let green = Style(parameters: "32")
  package static let yellow = Style(parameters: "33")
  package static let blue = Style(parameters: "34")
  package static let cyan = Style(parameters: "36")

  /// The text between the sequences that begin and end the style; just the text without colour.
  package func applied(to text: String, when isColored: Bool) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(parameters)m\(text)\u{1B}[0m" : text
  }
}
