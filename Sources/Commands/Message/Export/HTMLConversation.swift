import CommandKit
import Graph
import Output

/// A conversation as a page that any browser shows, without a script and without asking anybody for
/// anything.
struct HTMLConversation: ConversationWriter {
  /// Whether replies are being written, which stand in a block of their own.
  private var isInReplies = false

  /// Nothing but the pictures beside the page may be loaded, whatever a message says.
  private static let policy =
    "default-src 'none'; img-src 'self' file: data:; style-src 'unsafe-inline'"

  private static let style = """
    body { font: 15px/1.45 system-ui, sans-serif; max-width: 52em; margin: 2em auto; padding: 0 1em }
    article { border-top: 1px solid #ddd; padding: .6em 0; overflow-wrap: anywhere }
    .replies { margin-left: 2em; border-left: 3px solid #ddd; padding-left: 1em }
    .note, .mark, .missing, time { color: #666; font-size: 87% }
    .at { font-weight: 600 }
    .card, blockquote { border-left: 3px solid #99c; margin: .5em 0; padding-left: .8em }
    h2 { font-size: 110%; margin: .3em 0 } p { margin: .3em 0 } img { max-width: 100% }
    pre { background: #f4f4f4; padding: .5em; overflow: auto } table { border-collapse: collapse }
    td, th { border: 1px solid #ccc; padding: .2em .5em; vertical-align: top }
    """

  func opening(_ place: Place, messages: Int) -> String {
    let title = place.path.htmlEscaped
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <meta name="referrer" content="no-referrer">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <h1>\(title)</h1>
      <p class="note">\(ExportSummary.counted(messages))</p>

      """
  }

  mutating func message(_ message: ChatMessage, isReply: Bool, _ saved: SavedParts) -> String {
    var html = ""
    if isInReplies != isReply { html += isReply ? "<section class=\"replies\">\n" : "</section>\n" }
    isInReplies = isReply
    html +=
      "<article id=\"m\(message.id.htmlEscaped)\">\n<header><b>\(message.sender.htmlEscaped)</b> "
    html += "<time datetime=\"\((message.createdDateTime ?? "").htmlEscaped)\">"
    html += "\(message.writtenAt.htmlEscaped)</time>"
    for mark in message.marks { html += " <span class=\"mark\">\(mark.htmlEscaped)</span>" }
    html += "</header>\n"
    html += content(message, saved)
    return html + "</article>\n"
  }

  mutating func closing() -> String {
    defer { isInReplies = false }
    return (isInReplies ? "</section>\n" : "") + "</body>\n</html>\n"
  }
}

extension HTMLConversation {
  private func content(_ message: ChatMessage, _ saved: SavedParts) -> String {
    if let time = message.deletedDateTime {
      return "<p class=\"mark\">Deleted \(ChatMessage.clock(time).htmlEscaped)</p>\n"
    }
    if message.isSystemMessage {
      return "<p class=\"mark\">\(message.eventWords.htmlEscaped)</p>\n"
    }
    var html = ""
    if let subject = message.subject, !subject.isEmpty {
      html += "<h2>\(subject.htmlEscaped)</h2>\n"
    }
    let hanging = message.parts(saved)
    html += hanging.above.map(part).joined()
    let body = message.body ?? ""
    let pictures = saved.pictures
    let parts = MessageParts { address in
      guard case .file(let file) = pictures[address] else { return nil }
      return Self.address(file)
    }
    let shown =
      message.bodyType == "html"
      ? SafeHTML.cleaned(body, parts: parts) : SafeHTML.text(body)
    if !shown.isEmpty { html += "<div>\(shown)</div>\n" }
    html += hanging.below.map(part).joined()
    let reactions = message.reactionCounts.map { "\($0.reaction) \($0.count)" }
    if !reactions.isEmpty {
      html += "<p class=\"note\">\(reactions.joined(separator: " · ").htmlEscaped)</p>\n"
    }
    return html
  }

  private func part(_ part: AttachedPart) -> String {
    switch part {
    case .file(let name, let address, let saved):
      "<p>📎 \(file(name, address, saved))</p>\n"
    case .quote(let sender, let text):
      "<blockquote><b>\(sender.htmlEscaped)</b><br>\(SafeHTML.text(text))</blockquote>\n"
    case .card(let lines):
      "<div class=\"card\">\(lines.map { "<p>\(SafeHTML.text($0))</p>" }.joined())</div>\n"
    case .other(let name):
      "<p class=\"missing\">[\(name.htmlEscaped)]</p>\n"
    }
  }

  private func file(_ name: String, _ address: String?, _ saved: SavedAttachment?) -> String {
    let name = name.htmlEscaped
    switch saved {
    case .file(let file): return Self.link(name, to: Self.address(file))
    case .trouble(.empty(let file)):
      return Self.link(name, to: Self.address(file)) + " <span class=\"missing\">is empty</span>"
    case .trouble(let trouble):
      return "\(name) <span class=\"missing\">\(trouble.words.htmlEscaped)</span>"
    case nil:
      guard let address, address.lowercased().hasPrefix("https://") else { return name }
      return Self.link(name, to: address)
    }
  }

  private static func link(_ html: String, to address: String) -> String {
    "<a href=\"\(address.htmlEscaped)\" rel=\"noopener noreferrer\">\(html)</a>"
  }

  /// A file beside the page; `./` keeps a colon in a name from passing for a scheme.
  private static func address(_ file: String) -> String {
    "./"
      + MarkdownText.address(file.replacing("%", with: "%25")).replacing("#", with: "%23")
      .replacing("?", with: "%3F")
  }
}
