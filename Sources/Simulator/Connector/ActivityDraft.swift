import Foundation
import GRDB

/// What a bot says, checked, and turned into what a message holds.
struct ActivityDraft: Sendable {
  let contentType: String
  let content: String
  let attachments: Document
  let mentions: Document
  let summary: String?
  let importance: String

  /// The longest activity that Teams takes from a bot, in bytes of JSON.
  static let longest = 28 * 1024

  private static let cards = "application/vnd.microsoft.card."

  /// - Parameters:
  ///   - db: The tenant's database, where those who are mentioned are looked up.
  ///   - activity: The activity as the bot sent it.
  ///   - bot: The bot, whose ids for people are in the mentions.
  /// - Throws: ``ConnectorFailure`` when Teams would not take it.
  init(_ db: Database, _ activity: Document, bot: BotRegistration) throws {
    guard activity.bytes.count <= Self.longest else { throw ConnectorFailure.tooBig }
    let text = activity["text"]?.string ?? ""
    let sent = activity["attachments"]?.array ?? []
    guard !text.isEmpty || !sent.isEmpty else {
      throw ConnectorFailure.badArgument("The activity has neither text nor attachments.")
    }
    let (marked, mentions) = try Self.mark(db, text, activity["entities"]?.array ?? [], bot)
    var body = Self.body(marked, format: activity["textFormat"]?.string?.lowercased() ?? "markdown")
    for (index, mention) in mentions.enumerated() {
      let name = TeamsMarkdown.fullyEscaped(mention["mentionText"]?.string ?? "")
      body.content = body.content.replacing(
        Self.marker(index), with: "<at id=\"\(index)\">\(name)</at>")
      body.type = "html"
    }
    var attachments: [Document] = []
    for attachment in sent {
      let stored = try Self.attachment(attachment)
      attachments.append(stored)
      body.type = "html"
      body.content += "<attachment id=\"\(stored["id"]?.string ?? "")\"></attachment>"
    }
    contentType = body.type
    content = body.content
    self.attachments = .array(attachments)
    self.mentions = .array(mentions)
    summary = activity["summary"]?.string
    importance =
      ["high", "urgent"].first { $0 == activity["importance"]?.string?.lowercased() } ?? "normal"
  }

  private static func body(_ text: String, format: String) -> (type: String, content: String) {
    switch format {
    case "plain": return ("text", text)
    case "xml": return ("html", text)
    default:
      let html = TeamsMarkdown.html(text)
      return (html == text ? "text" : "html", html)
    }
  }

  /// Stands for a mention while the text around it is turned into HTML.
  private static func marker(_ index: Int) -> String {
    "\u{f0000}\(index)\u{f0001}"
  }

  /// Puts marks where people are mentioned.
  private static func mark(
    _ db: Database, _ text: String, _ entities: [Document], _ bot: BotRegistration
  ) throws -> (String, [Document]) {
    var text = text.filter { !["\u{f0000}", "\u{f0001}"].contains($0) }
    var mentions: [Document] = []
    for entity in entities where entity["type"]?.string?.lowercased() == "mention" {
      guard let written = entity["text"]?.string, !written.isEmpty,
        let range = text.range(of: written), let id = entity["mentioned"]?["id"]?.string
      else { continue }
      guard let row = try ChannelAccount(bot: bot).find(db, id) else {
        throw ConnectorFailure.badArgument("Unknown mention of '\(id.prefix(200))'.")
      }
      let name = written.replacing(/<\/?at>/.ignoresCase(), with: "")
      text.replaceSubrange(range, with: marker(mentions.count))
      mentions.append([
        "id": .number(mentions.count), "mentionText": .string(name),
        "mentioned": [
          "application": nil, "device": nil, "conversation": nil, "user": Person(row).identity,
        ],
      ])
    }
    return (text, mentions)
  }

  private static func attachment(_ sent: Document) throws -> Document {
    guard let type = sent["contentType"]?.string, !type.isEmpty else {
      throw ConnectorFailure.badArgument("Attachment is missing its contentType.")
    }
    let content = sent["content"]
    if type.hasPrefix(cards) {
      guard content?.fields != nil else {
        throw ConnectorFailure.badArgument("The content of a card is a JSON object.")
      }
      if type == cards + "adaptive", content?["type"]?.string != "AdaptiveCard" {
        throw ConnectorFailure.badArgument("The content of an adaptive card is an AdaptiveCard.")
      }
    }
    return [
      "id": .string(UUID().uuidString.lowercased().replacing("-", with: "")),
      "contentType": .string(type), "contentUrl": sent["contentUrl"] ?? nil,
      "content": content.map { .string($0.string ?? $0.jsonText) } ?? nil,
      "name": sent["name"] ?? nil, "thumbnailUrl": sent["thumbnailUrl"] ?? nil, "teamsAppId": nil,
    ]
  }
}

extension Message {
  /// The message that a bot's activity becomes.
  init(_ draft: ActivityDraft, place: String, id: Int, parent: Int, bot: BotRegistration) {
    self.init(place: place, id: id)
    self.parent = parent
    author = bot.author
    authorID = bot.accountID
    summary = draft.summary
    importance = draft.importance
    contentType = draft.contentType
    content = draft.content
    attachments = draft.attachments
    mentions = draft.mentions
  }

  /// Gives a bot's message other words.
  func replace(_ db: Database, with draft: ActivityDraft, at now: Instant) throws {
    let time = max(now.milliseconds, modifiedAt + 1)
    try db.execute(
      sql: """
        UPDATE messages SET summary = ?, importance = ?, contentType = ?, content = ?,
          attachments = ?, mentions = ?, editedAt = ?, modifiedAt = ?,
          activity = MAX(activity, ?) WHERE place = ? AND id = ?
        """,
      arguments: [
        draft.summary, draft.importance, draft.contentType, draft.content,
        draft.attachments.jsonText, draft.mentions.jsonText, time, time, time, place, id,
      ])
  }
}
