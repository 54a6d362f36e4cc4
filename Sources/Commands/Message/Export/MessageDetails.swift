import Documents
import Graph
import Output

/// Something that hangs on a message, as it is shown.
enum AttachedPart: Sendable {
  case file(name: String, address: String?, SavedAttachment?)
  case quote(from: String, text: String)
  case card([String])
  case other(String)

  var isQuote: Bool {
    if case .quote = self { true } else { false }
  }

  init(_ attachment: ChatMessage.Attachment, saved: SavedAttachment?) {
    switch attachment.contentType ?? "" {
    case "reference":
      self = .file(
        name: attachment.name ?? attachment.contentURL ?? "file", address: attachment.contentURL,
        saved)
    case "messageReference", "forwardedMessageReference":
      let content = (try? JSON(parsing: attachment.content ?? "")) ?? .null
      let sender = ["messageSender.user.displayName", "originalMessageSender.user.displayName"]
        .lazy.compactMap { content.value(at: $0)?.string }.first
      let original = content["originalMessageContent"]?.string.map { HTMLText.plain($0) }
      self = .quote(
        from: sender ?? "Unknown sender", text: content["messagePreview"]?.string ?? original ?? "")
    case let type where type.hasPrefix("application/vnd.microsoft.card."):
      let lines = CardText.lines(attachment.content)
      self = lines.isEmpty ? .other(attachment.name ?? "card") : .card(lines)
    case let type:
      self = .other(attachment.name ?? type)
    }
  }
}

extension ChatMessage {
  /// What hangs on it, in its order: what it answers stands above its text, the rest below.
  func parts(_ saved: SavedParts) -> (above: [AttachedPart], below: [AttachedPart]) {
    let parts = attachments.map { AttachedPart($0, saved: saved.files[$0.id]) }
    return (parts.filter(\.isQuote), parts.filter { !$0.isQuote })
  }

  /// Who wrote it, or what stands for nobody.
  var sender: String {
    fromName ?? fromUserID ?? (isSystemMessage ? "Teams" : "Unknown sender")
  }

  /// When it was written, in coordinated universal time, which reads the same everywhere.
  var writtenAt: String { createdDateTime.map(Self.clock) ?? "" }

  static func clock(_ time: String) -> String {
    guard MessageTime.milliseconds(time) != nil else { return time }
    return time.prefix(16).replacing("T", with: " ") + " UTC"
  }

  /// What is to be said of it beside its text.
  var marks: [String] {
    var marks: [String] = []
    if let importance, importance != "normal" { marks.append(importance) }
    if !isDeleted, lastEditedDateTime != nil { marks.append("edited") }
    return marks
  }

  /// Its reactions, each with how many people gave it.
  var reactionCounts: [(reaction: String, count: Int)] {
    var counts: [(reaction: String, count: Int)] = []
    for reaction in reactions {
      let name = reaction.reactionType ?? "?"
      if let index = counts.firstIndex(where: { $0.reaction == name }) {
        counts[index].count += 1
      } else {
        counts.append((name, 1))
      }
    }
    return counts
  }

  /// What Teams itself tells, as `Members added: Adele Vance (by Megan Bowen)`.
  var eventWords: String {
    let detail = document["eventDetail"] ?? .null
    let type = detail["@odata.type"]?.string?.split(separator: ".").last.map(String.init) ?? ""
    let name = type.hasSuffix("EventMessageDetail") ? String(type.dropLast(18)) : ""
    var words = ""
    for character in name {
      words += character.isUppercase ? " \(character.lowercased())" : String(character)
    }
    words = (words.first?.uppercased() ?? "System event") + words.dropFirst()
    let people = (detail["members"]?.array ?? []).compactMap {
      $0["displayName"]?.string ?? $0["id"]?.string
    }
    let names = ["channelDisplayName", "teamDisplayName", "chatDisplayName", "teamsAppDisplayName"]
      .compactMap { detail[$0]?.string }
    let about = people + names
    if !about.isEmpty { words += ": \(about.joined(separator: ", "))" }
    let initiator =
      detail.value(at: "initiator.user.displayName")
      ?? detail.value(at: "initiator.application.displayName")
    return words + (initiator?.string.map { " (by \($0))" } ?? "")
  }
}
