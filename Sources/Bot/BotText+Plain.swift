package import Documents

extension BotText {
  /// The message of a text in which nothing is Markdown, a link or a mention: for what others have written.
  package static func plain(_ text: String) -> JSON {
    ["type": "message", "text": .string(text), "textFormat": "plain"]
  }
}
