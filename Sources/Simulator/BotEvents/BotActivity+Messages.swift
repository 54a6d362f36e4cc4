import GRDB

/// Activities about what people say, and do with what the bot said.
extension BotActivity {
  func message(_ db: Database, _ event: BotEvent) throws -> Document? {
    let details = event.details
    let id = details["id"]?.integer ?? 0
    guard let kind = event.kind,
      var setting = try setting(db, of: event.place, thread: root(event))
    else { return nil }
    let mentions = details["mentions"]?.array ?? []
    let isAlone = event.place.contains(bot.id)
    guard isAlone || mentions.contains(where: mentionsBot) else { return nil }
    let sender = try sender(db, details["author"]?.string)
    if let eventType = Self.eventTypes[kind] { setting = setting.saying(eventType) }
    let type =
      switch kind {
      case .message: "message"
      case .messageDeleted: "messageDelete"
      default: "messageUpdate"
      }
    let fields = envelope(type, id: String(id), event, from: sender, setting)
    guard kind != .messageDeleted else { return .object(fields) }
    let content = details["content"]?.string ?? ""
    let contentType = details["contentType"]?.string ?? "text"
    var attachments = details["attachments"]?.array ?? []
    if contentType == "html" {
      attachments.append(["contentType": "text/html", "content": .string(content)])
    }
    return Document.object(fields).followed(by: [
      "text": .string(TeamsText.plain(content, contentType: contentType)), "textFormat": "plain",
      "attachments": .array(attachments),
      "entities": .array(mentions.compactMap(entity) + [Self.client]),
    ])
  }

  private static let eventTypes: [BotEvent.Kind: String] = [
    .messageEdited: "editMessage", .messageDeleted: "softDeleteMessage",
    .messageRestored: "undeleteMessage",
  ]

  private static let client: Document = [
    "type": "clientInfo", "locale": "en-US", "country": "US", "platform": "Web",
    "timezone": "Etc/UTC",
  ]

  private func root(_ event: BotEvent) -> Int? {
    let parent = event.details["parent"]?.integer ?? 0
    return parent == 0 ? event.details["id"]?.integer : parent
  }

  private func mentionsBot(_ mention: Document) -> Bool {
    mention["mentioned"]?["application"]?["id"]?.string == bot.id
  }

  private func entity(_ mention: Document) -> Document? {
    let text = mention["mentionText"]?.string ?? ""
    let mentioned: Document
    if mentionsBot(mention) {
      mentioned = ["id": .string(bot.accountID), "name": .string(text)]
    } else if let person = mention["mentioned"]?["user"]?["id"]?.string {
      mentioned = ["id": .string(accounts.id(of: person)), "name": .string(text)]
    } else {
      return nil
    }
    return ["type": "mention", "mentioned": mentioned, "text": .string("<at>\(text)</at>")]
  }

  /// Says who reacted to what the bot said, or took a reaction back.
  func reaction(_ db: Database, _ event: BotEvent) throws -> Document? {
    let old = event.details["old"]?.array ?? []
    let new = event.details["new"]?.array ?? []
    let added = new.filter { !old.contains($0) }
    let removed = old.filter { !new.contains($0) }
    guard let changed = added.first ?? removed.first,
      let setting = try setting(db, of: event.place, thread: root(event))
    else { return nil }
    let person = changed["user"]?["user"]?["id"]?.string
    var more: Document.Fields = [
      "replyToId": .string(String(event.details["id"]?.integer ?? 0))
    ]
    if !added.isEmpty { more["reactionsAdded"] = .array(added.map(Self.named)) }
    if !removed.isEmpty { more["reactionsRemoved"] = .array(removed.map(Self.named)) }
    return .object(
      envelope("messageReaction", event, from: try sender(db, person), setting)
    ).followed(by: more)
  }

  private static let reactionNames = [
    "👍": "like", "❤️": "heart", "😆": "laugh", "😮": "surprised", "😢": "sad", "😡": "angry",
  ]

  private static func named(_ reaction: Document) -> Document {
    let type = reaction["reactionType"]?.string ?? ""
    return ["type": .string(reactionNames[type] ?? type)]
  }

  /// Says which button of a card was pressed, and what was entered beside it.
  func submit(_ db: Database, _ event: BotEvent) throws -> Document? {
    guard let setting = try setting(db, of: event.place, thread: root(event)) else { return nil }
    let sender = try sender(db, event.details["person"]?.string)
    var fields: Document.Fields = [
      "replyToId": .string(String(event.details["id"]?.integer ?? 0)),
      "value": event.details["value"] ?? nil,
    ]
    if let text = event.details["text"]?.string { fields["text"] = .string(text) }
    return .object(envelope("message", event, from: sender, setting)).followed(by: fields)
  }
}
