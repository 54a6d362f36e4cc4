package import Documents

/// A text that a bot sends, as Teams reads it: Markdown, links, and people between `@` and `;`.
///
///     Good morning @Adele Vance; see https://contoso.com/plan
///
/// A mention stands at the beginning or behind a space, so that a mail address is none. Teams shows a bare
/// address as it is, so each becomes a link of its own.
package struct BotText: Sendable, Hashable {
  /// The text as it was typed.
  package let text: String
  /// What links to forms are called, whose addresses say nothing to anybody.
  private let formCaption: String

  /// - Parameters:
  ///   - text: The text as it was typed.
  ///   - formCaption: What links to forms are called; the usual words if left out.
  package init(_ text: String, formCaption: String? = nil) {
    self.text = text
    self.formCaption = formCaption ?? "Microsoft Teams Form"
  }

  /// The text as Markdown, with links in the place of bare addresses and names as they were typed.
  package var markdown: String { linked(text) }

  /// The names between `@` and `;`, each once, in the order of the text.
  package var names: [String] {
    var seen: Set<String> = []
    return pieces.compactMap { piece in
      guard case .mention(let name) = piece, seen.insert(name).inserted else { return nil }
      return name
    }
  }

  /// The message, with the accounts in the place of names.
  ///
  /// - Parameter accounts: The connector's ids of those who are mentioned, by the name as it was typed; a name
  ///   without one stays text.
  /// - Returns: An activity (Bot connector, `message` with `entities` of type `mention`).
  package func activity(mentioning accounts: [String: String] = [:]) -> JSON {
    var shown = ""
    var entities: [JSON] = []
    for piece in pieces {
      switch piece {
      case .text(let text): shown += linked(text)
      case .mention(let name):
        guard let account = accounts[name] else {
          shown += "@\(name);"
          continue
        }
        let mention = "<at>\(Self.escaped(name))</at>"
        shown += mention
        entities.append([
          "type": "mention", "text": .string(mention),
          "mentioned": ["id": .string(account), "name": .string(name)],
        ])
      }
    }
    return [
      "type": "message", "text": .string(shown), "textFormat": "markdown",
      "entities": .array(entities),
    ]
  }

  /// The message that shows a card.
  package static func activity(card: JSON) -> JSON {
    [
      "type": "message",
      "attachments": [
        ["contentType": "application/vnd.microsoft.card.adaptive", "content": card]
      ],
    ]
  }

  private enum Piece: Hashable {
    case text(String)
    case mention(String)
  }

  private var pieces: [Piece] {
    var pieces: [Piece] = []
    var plain = ""
    var rest = text[...]
    while let character = rest.first {
      let isStart = plain.isEmpty && pieces.isEmpty || plain.last.map(\.isWhitespace) == true
      if character == "@", isStart, let name = Self.name(rest.dropFirst()) {
        if !plain.isEmpty { pieces.append(.text(plain)) }
        plain = ""
        pieces.append(.mention(String(name)))
        rest = rest.dropFirst(name.count + 2)
      } else {
        plain.append(character)
        rest.removeFirst()
      }
    }
    if !plain.isEmpty { pieces.append(.text(plain)) }
    return pieces
  }

  /// The name in front of a semicolon on the same line.
  private static func name(_ text: Substring) -> Substring? {
    let name = text.prefix { $0 != "@" && $0 != ";" && !$0.isNewline }
    guard name.first.map({ !$0.isWhitespace }) == true, text.dropFirst(name.count).first == ";"
    else { return nil }
    return name
  }

  /// Makes links of bare addresses; those in a link of Markdown stay.
  private func linked(_ text: String) -> String {
    text.replacing(/(\]\()?(https?:\/\/[^\s<>()]*[^\s<>().,;:!?'"])/) { match in
      guard match.1 == nil else { return "\(match.0)" }
      let isForm = match.2.contains("external/form")
      return "[\(isForm ? Self.caption(formCaption) : String(match.2))](\(match.2))"
    }
  }

  /// What stands between the brackets of a link, which it may not close.
  private static func caption(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
  }

  private static func escaped(_ name: String) -> String {
    name.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
