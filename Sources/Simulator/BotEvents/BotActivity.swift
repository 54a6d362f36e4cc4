import Crypto
import Foundation
import GRDB

/// Turns what happened into the activity that tells the bot of it.
struct BotActivity: Sendable {
  let tenantID: String
  let bot: BotRegistration
  /// The connector's address, which the bot is to answer at.
  let serviceURL: String
  /// Who did what has no author of its own.
  let administrator: String

  var accounts: ChannelAccount { ChannelAccount(bot: bot) }

  /// The activity; nil when there is nothing to tell.
  func document(_ db: Database, _ event: BotEvent) throws -> Document? {
    switch event.kind {
    case .installed, .uninstalled: return try installation(db, event)
    case .botAdded, .botRemoved, .memberAdded, .memberRemoved, .teamRenamed, .teamArchived,
      .teamUnarchived, .teamDeleted, .teamRestored, .channelCreated, .channelRenamed,
      .channelDeleted, .channelRestored:
      return try update(db, event)
    case .message, .messageEdited, .messageDeleted, .messageRestored:
      return try message(db, event)
    case .reactions: return try reaction(db, event)
    case .submit: return try submit(db, event)
    case nil: return nil
    }
  }

  /// What every activity says.
  func envelope(
    _ type: String, id: String? = nil, _ event: BotEvent, from sender: Document,
    _ setting: Setting
  ) -> Document.Fields {
    [
      "type": .string(type), "id": .string(id ?? Self.id(of: event.number)),
      "timestamp": .string(event.time.text), "channelId": "msteams",
      "serviceUrl": .string(serviceURL), "from": sender, "conversation": setting.conversation,
      "recipient": bot.account, "channelData": setting.data, "locale": "en-US",
    ]
  }

  /// A name that stays the same when the activity is sent again.
  static func id(of number: Int) -> String {
    let digest = SHA256.hash(data: Data("activity \(number)".utf8))
    let digits = digest.prefix(16).map { String(0x100 | Int($0), radix: 16).dropFirst() }.joined()
    return "f:\(digits)"
  }

  func sender(_ db: Database, _ person: String?) throws -> Document {
    guard let found = try Person.find(db, person ?? administrator) else {
      return ["id": .string(accounts.id(of: person ?? ""))]
    }
    return accounts.sender(found)
  }
}

extension BotActivity {
  /// Where an activity plays: the conversation, and what only Teams says of it.
  struct Setting: Sendable {
    var conversation: Document
    var data: Document

    func saying(_ eventType: String) -> Setting {
      Setting(
        conversation: conversation, data: data.followed(by: ["eventType": .string(eventType)]))
    }
  }

  /// A team, a channel, a chat, or a person; nil when it is gone without a trace.
  func setting(_ db: Database, of place: String, thread: Int? = nil) throws -> Setting? {
    if let row = try Row.fetchOne(db, sql: "SELECT * FROM teams WHERE id = ?", arguments: [place]) {
      return try setting(db, team: row)
    }
    let channel = try Row.fetchOne(
      db, sql: "SELECT * FROM channels WHERE id = ?", arguments: [place])
    if let channel { return try setting(db, channel: channel, thread: thread) }
    if let person = try personal(db, place) {
      return Setting(
        conversation: [
          "conversationType": "personal", "id": .string(accounts.conversation(with: person)),
          "tenantId": .string(tenantID),
        ], data: ["tenant": tenant])
    }
    let isChat = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM chats WHERE id = ?)", arguments: [place])
    guard isChat == true else { return nil }
    return Setting(
      conversation: [
        "isGroup": true, "conversationType": "groupChat", "id": .string(place),
        "tenantId": .string(tenantID),
      ], data: ["tenant": tenant])
  }

  private var tenant: Document { ["id": .string(tenantID)] }

  /// The person with whom the bot is alone: its place is that person, or their chat.
  private func personal(_ db: Database, _ place: String) throws -> String? {
    if place.contains(bot.id) {
      return try String.fetchOne(
        db, sql: "SELECT person FROM members WHERE place = ?", arguments: [place])
    }
    return try Person.find(db, place)?.id
  }

  private func setting(_ db: Database, team: Row) throws -> Setting {
    let general: String = try Channel.general(db, of: team["id"])["id"]
    return Setting(
      conversation: [
        "isGroup": true, "conversationType": "channel", "id": .string(general),
        "tenantId": .string(tenantID),
      ],
      data: [
        "team": [
          "aadGroupId": .text(team["id"]), "name": .text(team["displayName"]),
          "id": .string(general),
        ], "tenant": tenant,
      ])
  }

  private func setting(_ db: Database, channel: Row, thread: Int?) throws -> Setting {
    let id: String = channel["id"]
    let general: String = try Channel.general(db, of: channel["team"])["id"]
    let suffix = thread.map { ";messageid=\($0)" } ?? ""
    return Setting(
      conversation: [
        "isGroup": true, "conversationType": "channel", "id": .string(id + suffix),
        "tenantId": .string(tenantID),
      ],
      data: [
        "teamsChannelId": .string(id), "teamsTeamId": .string(general),
        "channel": ["id": .string(id)],
        "team": ["id": .string(general), "aadGroupId": .text(channel["team"])],
        "tenant": tenant,
      ])
  }
}
