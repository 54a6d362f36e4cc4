import Documents

extension IntegrationArguments {
  /// The parts of a list: of a JSON array, or of a text parted by commas.
  package func list(_ name: String) -> [String] {
    guard let text = self[name] else { return [] }
    if text.hasPrefix("["), text.hasSuffix("]"), let elements = try? JSON(parsing: text).array {
      return elements.map { $0.string ?? $0.text() }
    }
    return text.split(separator: ",").map(Self.trimmed).filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
