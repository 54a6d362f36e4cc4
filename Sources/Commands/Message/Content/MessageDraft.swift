import CommandKit
import Documents
import Foundation
import Graph
import Output

/// A message on its way to Graph.
struct MessageDraft: Sendable, Hashable {
  /// The text of a message, and what it is written in.
  enum Content: Sendable, Hashable {
    case text(String)
    case html(String)

    /// The same as HTML: text with its marks escaped and its lines broken.
    var html: String {
      switch self {
      case .text(let text): HTMLEscaping.text(text)
      case .html(let html): html
      }
    }
  }

  private(set) var content: Content
  private let subject: String?
  private let importance: Importance?
  private var attachments: [JSON] = []
  private var mentions: [JSON] = []

  init(_ content: Content, subject: String? = nil, importance: Importance? = nil) {
    self.content = content
    self.subject = subject
    self.importance = importance
  }

  /// Hangs something on the message; Graph wants a mark for it in the text, which makes it HTML.
  mutating func add(id: String, _ fields: [(key: String, value: JSON)]) {
    content = .html(content.html + Self.mark(id))
    attachments.append(.object(JSONObject([("id", .string(id))] + fields)))
  }

  mutating func add(_ card: AdaptiveCard) {
    let id = UUID().uuidString.lowercased().replacing("-", with: "")
    add(
      id: id, [("contentType", .string(AdaptiveCard.contentType)), ("content", .string(card.text))])
  }

  /// Keeps what hangs on a message that gets this text: its marks come back where the text lacks them, in
  /// front of it or behind it as they were.
  mutating func keep(attachmentsOf message: ChatMessage) {
    let old = message.body ?? ""
    var marks = (front: "", back: "")
    var kept: [JSON] = []
    for attachment in message.attachments {
      let mark = Self.mark(attachment.id)
      let place = old.firstRange(of: mark)
      let isMarked = content.html.contains(mark)
      if isMarked || place != nil { kept.append(attachment.document) }
      guard let place, !isMarked else { continue }
      let before = old[..<place.lowerBound]
        .replacing(/<attachment id="[^"]*"><\/attachment>/, with: "")
      if before.allSatisfy(\.isWhitespace) { marks.front += mark } else { marks.back += mark }
    }
    if !marks.front.isEmpty || !marks.back.isEmpty {
      content = .html(marks.front + content.html + marks.back)
    }
    // With none of its own Graph leaves the message those that it has.
    if !attachments.isEmpty { attachments = kept + attachments }
  }

  private static func mark(_ id: String) -> String {
    "<attachment id=\"\(HTMLEscaping.attribute(id))\"></attachment>"
  }

  /// Puts mentions in the place of names.
  mutating func mention(_ mentioned: MentionText.Result) {
    guard !mentioned.mentions.isEmpty else { return }
    content = .html(mentioned.html)
    mentions = mentioned.mentions.map(\.document)
  }

  /// The message as Graph takes it.
  var document: JSON {
    var message = JSONObject()
    if let subject { message["subject"] = .string(subject) }
    if let importance { message["importance"] = .string(importance.rawValue) }
    switch content {
    case .text(let text): message["body"] = ["contentType": "text", "content": .string(text)]
    case .html(let html): message["body"] = ["contentType": "html", "content": .string(html)]
    }
    if !attachments.isEmpty { message["attachments"] = .array(attachments) }
    if !mentions.isEmpty { message["mentions"] = .array(mentions) }
    return .object(message)
  }
}
