import GRDB
import HTTPTypes

/// Who one can be, where one can be then, and what is said there.
extension TeamsDesk {
  private static let most = 200
  /// How the page names the chat with the bot, which may not have begun.
  static let botChat = "bot"

  func people(_ ask: Ask) async throws -> Answer {
    let bot = ask.bot
    let search = "%\((ask.fields["search"] ?? "").lowercased())%"
    let people = try await tenant.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM people WHERE isEnabled AND (displayNameKey LIKE ? OR upnKey LIKE ?)
          ORDER BY seq LIMIT ?
          """,
        arguments: [search, search, Self.most]
      ).map { row -> Document in
        ["id": .text(row["id"]), "name": .text(row["displayName"]), "upn": .text(row["upn"])]
      }
    }
    return .ok([
      "bot": ["id": .string(bot.id), "name": .string(bot.name)], "people": .array(people),
    ])
  }

  func places(_ ask: Ask) async throws -> Answer {
    let bot = ask.bot
    let places = try await tenant.read { db in
      let person = try ask.person(db)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT channels.id AS id, teams.displayName || ' / ' || channels.displayName AS name,
              channels.team AS roster
            FROM members JOIN teams ON teams.id = members.place
            JOIN channels ON channels.team = teams.id
            WHERE person = :person AND membershipType = 'standard' AND teams.isTeam
              AND teams.deletedAt IS NULL AND channels.deletedAt IS NULL
          UNION ALL SELECT chats.id, COALESCE(topic, 'Group chat'), chats.id FROM members
            JOIN chats ON chats.id = members.place
            WHERE person = :person AND chatType <> 'oneOnOne' AND deletedAt IS NULL
          LIMIT :most
          """,
        arguments: ["person": person.id, "most": Self.most])
      let others = try rows.map { row -> Document in
        [
          "id": .text(row["id"]), "name": .text(row["name"]),
          "hasBot": .bool(try BotConversation.isInstalled(db, bot, in: row["roster"])),
        ]
      }
      let reaches = try BotConversation.reaches(db, bot, person.id)
      return [["id": "bot", "name": .string(bot.name), "hasBot": .bool(reaches)]] + others
    }
    return .ok(["places": .array(places)])
  }

  func messages(_ ask: Ask) async throws -> Answer {
    let bot = ask.bot
    let messages = try await tenant.read { db in
      let person = try ask.person(db)
      let place = try Self.place(db, ask.text("place"), for: person, bot)
      return try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM (SELECT * FROM messages WHERE place = ? AND kind = 'message'
            ORDER BY id DESC LIMIT 50) ORDER BY id
          """,
        arguments: [place]
      ).map { try Self.shown(Message($0), bot) }
    }
    return .ok(["messages": .array(messages)])
  }

  /// Where something is said, when the person may hear it.
  static func place(
    _ db: Database, _ name: String, for person: Person, _ bot: BotRegistration
  ) throws -> String {
    if name == botChat { return Chat.id(between: person.id, and: bot.id) }
    let channel = try Row.fetchOne(
      db, sql: "SELECT * FROM channels WHERE id = ? AND deletedAt IS NULL", arguments: [name]
    ).map(Channel.init)
    guard try Membership.role(db, of: person.id, in: channel?.roster ?? name) != nil else {
      throw Refusal(status: .forbidden, message: "\(person.displayName) is not there.")
    }
    return name
  }

  /// A message as the page shows it: all of it is text.
  private static func shown(_ message: Message, _ bot: BotRegistration) throws -> Document {
    let isDeleted = message.deletedAt != nil
    let author = message.author["user"] ?? message.author["application"]
    let name =
      author?["displayName"]?.string
      ?? message.author["application"]?["displayName"]?.string ?? "Somebody"
    let cards = try (message.attachments.array ?? []).compactMap { attachment -> Document? in
      guard attachment["contentType"]?.string == "application/vnd.microsoft.card.adaptive",
        let content = attachment["content"]?.string
      else { return nil }
      return try DocumentParser.parse(content)
    }
    let text = TeamsText.plain(message.content, contentType: message.contentType)
    return [
      "id": .string(String(message.id)), "parent": .string(String(message.parent)),
      "author": .string(name), "isBot": .bool(message.authorID == bot.accountID),
      "time": .string(Instant(milliseconds: message.id).text),
      "version": .number(message.modifiedAt), "isDeleted": .bool(isDeleted),
      "isEdited": .bool(message.editedAt != nil),
      "text": .string(isDeleted ? "" : text.replacing(/<\/?at>/, with: "")),
      "cards": isDeleted ? [] : .array(cards),
      "reactions": .strings(
        (message.reactions.array ?? []).compactMap { $0["reactionType"]?.string }),
    ]
  }
}
