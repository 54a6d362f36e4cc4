import Bot
package import Documents
package import Records

/// What the bot says in a channel about an incident.
///
/// Its last line says where it came from, so that it is never taken for news: neither a note from Teams goes
/// back there, nor a text that was copied out of a channel.
package struct MirrorText: Sendable, Hashable {
  private enum Kind: Hashable {
    /// A note that was written here: Markdown, as its author meant it.
    case note(String, author: String)
    /// A note from a channel, of which every sign is a letter.
    case foreign(String, author: String)
    /// A sentence of this program's, with names in it that anybody may have chosen.
    case sentence(String)
  }

  private let kind: Kind

  /// A note, as the other channels of its incident are told it.
  package init(_ note: Incident.Note) {
    self.init(note.text, by: note.author, isFromTeams: note.isFromTeams)
  }

  init(_ text: String, by author: String, isFromTeams: Bool = false) {
    kind = isFromTeams ? .foreign(text, author: author) : .note(text, author: author)
  }

  /// A sentence about an incident.
  init(sentence: String) {
    kind = .sentence(sentence)
  }

  /// The last line of what comes from Teams, as the integration writes it.
  private static let ofTeams = "From Microsoft Teams"
  /// The last line of what comes from here.
  private static let ofThisProgram = "From teamsh"

  /// Whether a text has been through a mirror before.
  package static func isMirrored(_ text: String) -> Bool {
    let last = text.split(whereSeparator: \.isNewline).last { line in
      line.contains { !$0.isWhitespace }
    }
    let words = (last ?? "").filter { $0 != "*" && $0 != "_" }
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return [ofTeams, ofThisProgram].contains(words)
  }

  /// The message (Bot connector, `message`); nobody is mentioned by it.
  package var activity: JSON {
    switch kind {
    case .note(let text, let author):
      BotText("**\(author)**: \(text)\n\n**\(Self.ofThisProgram)**").activity()
    case .foreign(let text, let author):
      Self.marked(
        "<b>\(Self.escaped(author))</b>: \(Self.escaped(text))<br><br><b>\(Self.ofTeams)</b>")
    case .sentence(let text):
      Self.marked("\(Self.escaped(text))<br><br><b>\(Self.ofThisProgram)</b>")
    }
  }

  private static func marked(_ text: String) -> JSON {
    ["type": "message", "text": .string(text), "textFormat": "xml"]
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .joined(separator: "<br>")
  }
}
