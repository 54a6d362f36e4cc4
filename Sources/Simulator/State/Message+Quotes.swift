import Foundation

extension Message {
  /// Shows other messages above the words of this one, which become HTML.
  mutating func quote(_ messages: [Message]) {
    let words = contentType == "html" ? content : Self.escaped(content)
    contentType = "html"
    content = messages.map { "<attachment id=\"\($0.id)\"></attachment>" }.joined() + words
    attachments = .array(messages.map(\.reference) + (attachments.array ?? []))
  }

  /// The attachment that stands for this message where it is quoted; its content is JSON in a string.
  private var reference: Document {
    let content: Document = [
      "messageId": .string(String(id)), "messagePreview": .string(preview),
      "messageSender": author,
    ]
    return [
      "id": .string(String(id)), "contentType": "messageReference", "contentUrl": nil,
      "content": .string(content.jsonText), "name": nil, "thumbnailUrl": nil, "teamsAppId": nil,
    ]
  }

  /// What was said, without its marks; nothing of what was deleted.
  private var preview: String {
    guard deletedAt == nil else { return "" }
    guard contentType == "html" else { return content }
    let lines = content.replacing(/<(?:br|\/p|\/div|\/li|\/tr)\b[^>]*>/, with: "\n")
    let plain = lines.replacing(/<[^>]*>/, with: "")
      .replacing("&nbsp;", with: "\u{A0}").replacing("&quot;", with: "\"")
      .replacing("&apos;", with: "'").replacing("&mdash;", with: "—")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    return plain.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
