import Graph
import Output

/// How a message reads in one cell of a table.
enum MessageText {
  /// The text of a message: its HTML as plain text, or a word for what has none.
  static func text(of message: ChatMessage) -> String {
    if message.isDeleted { return "(deleted)" }
    if message.isSystemMessage { return "(system event)" }
    guard let body = message.body else { return "" }
    let plain = message.bodyType == "html" ? HTMLText.plain(body) : body
    guard let subject = message.subject, !subject.isEmpty else { return plain }
    return "\(subject): \(plain)"
  }
}
