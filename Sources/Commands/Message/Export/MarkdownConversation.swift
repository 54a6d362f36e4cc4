import CommandKit
import Graph
import Output

/// A conversation as Markdown: a heading a message, replies as quotes below theirs.
///
///     ### Adele Vance, 2026-11-24 08:15 UTC
///
///     The printer is on fire.
///
///     > **Lee Gu**, 2026-11-24 08:16 UTC
///     >
///     > Which one?
struct MarkdownConversation: ConversationWriter {
  func opening(_ place: Place, messages: Int) -> String {
    "# \(MarkdownText.escaped(place.path))\n\n\(ExportSummary.counted(messages))\n"
  }

  func message(_ message: ChatMessage, isReply: Bool, _ saved: SavedParts) -> String {
    let marks = message.marks.map { " (\($0))" }.joined()
    let sender = MarkdownText.escaped(message.sender)
    let heading = isReply ? "**\(sender)**" : "### \(sender)"
    let text = ["\(heading), \(message.writtenAt)\(marks)"] + content(message, saved)
    let lines = text.joined(separator: "\n\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    guard isReply else { return "\n" + lines.joined(separator: "\n") + "\n" }
    return "\n" + lines.map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n") + "\n"
  }

  func closing() -> String { "" }
}

extension MarkdownConversation {
  /// The paragraphs below the heading.
  private func content(_ message: ChatMessage, _ saved: SavedParts) -> [String] {
    if let time = message.deletedDateTime { return ["_Deleted \(ChatMessage.clock(time))_"] }
    if message.isSystemMessage { return ["_\(MarkdownText.escaped(message.eventWords))_"] }
    var paragraphs: [String] = []
    if let subject = message.subject, !subject.isEmpty {
      paragraphs.append("**\(MarkdownText.escaped(subject))**")
    }
    let hanging = message.parts(saved)
    paragraphs += hanging.above.map(part)
    let body = message.body ?? ""
    let pictures = saved.pictures
    let parts = MessageParts { address in
      guard case .file(let file) = pictures[address] else { return nil }
      return Self.address(file)
    }
    let text =
      message.bodyType == "html"
      ? MarkdownText.markdown(body, parts: parts) : MarkdownText.escaped(body)
    if !text.isEmpty { paragraphs.append(text) }
    paragraphs += hanging.below.map(part)
    let reactions = message.reactionCounts.map { "\($0.reaction) \($0.count)" }
    if !reactions.isEmpty {
      paragraphs.append(MarkdownText.escaped(reactions.joined(separator: " · ")))
    }
    return paragraphs
  }

  private func part(_ part: AttachedPart) -> String {
    switch part {
    case .file(let name, let address, let saved):
      "📎 \(file(MarkdownText.escaped(name), address, saved))"
    case .quote(let sender, let text):
      "> **\(MarkdownText.escaped(sender))**: "
        + MarkdownText.escaped(text).replacing("\n", with: "\n> ")
    case .card(let lines):
      lines.map { "> \(MarkdownText.escaped($0).replacing("\n", with: "\n> "))" }
        .joined(separator: "  \n")
    case .other(let name): "\\[\(MarkdownText.escaped(name))\\]"
    }
  }

  private func file(_ name: String, _ address: String?, _ saved: SavedAttachment?) -> String {
    switch saved {
    case .file(let file): return "[\(name)](\(Self.address(file)))"
    case .trouble(.empty(let file)): return "[\(name)](\(Self.address(file))) is empty"
    case .trouble(let trouble): return "\(name) \(MarkdownText.escaped(trouble.words))"
    case nil:
      guard let address, address.lowercased().hasPrefix("https://") else { return name }
      return "[\(name)](\(MarkdownText.address(address)))"
    }
  }

  private static func address(_ file: String) -> String {
    MarkdownText.address(file.replacing("%", with: "%25")).replacing("#", with: "%23")
      .replacing("?", with: "%3F")
  }
}
