import CommandKit
import Graph

/// Writes one conversation as text, a message after the other.
protocol ConversationWriter: Sendable {
  /// What stands before the first message.
  func opening(_ place: Place, messages: Int) -> String

  /// One message; replies follow the message that they answer.
  mutating func message(_ message: ChatMessage, isReply: Bool, _ saved: SavedParts) -> String

  /// What stands behind the last message.
  mutating func closing() -> String
}

extension ExportFormat {
  /// What writes the format; `nil` where the lines go out as they are.
  var writer: (any ConversationWriter)? {
    switch self {
    case .ndjson: nil
    case .html: HTMLConversation()
    case .markdown: MarkdownConversation()
    }
  }
}
