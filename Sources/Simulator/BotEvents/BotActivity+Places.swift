import GRDB

/// Activities about teams, channels, and who is in them.
extension BotActivity {
  func installation(_ db: Database, _ event: BotEvent) throws -> Document? {
    guard let setting = try setting(db, of: event.place) else { return nil }
    let person = try Person.find(db, event.place)?.id
    let isAdded = event.kind == .installed
    return .object(
      envelope("installationUpdate", event, from: try sender(db, person), setting)
    ).followed(by: ["action": isAdded ? "add" : "remove"])
  }

  func update(_ db: Database, _ event: BotEvent) throws -> Document? {
    guard let kind = event.kind, var setting = try setting(db, of: event.place) else { return nil }
    let isTeam = setting.data["team"] != nil
    var more: Document.Fields = [:]
    var actor: String?
    switch kind {
    case .botAdded, .botRemoved:
      actor = try Person.find(db, event.place)?.id
      more[kind == .botAdded ? "membersAdded" : "membersRemoved"] = [bot.account]
    case .memberAdded, .memberRemoved:
      guard let person = event.details["person"]?.string else { return nil }
      let member: Document = [
        "id": .string(accounts.id(of: person)), "aadObjectId": .string(person),
      ]
      more[kind == .memberAdded ? "membersAdded" : "membersRemoved"] = [member]
    default: break
    }
    if isTeam {
      setting = named(setting, by: event)
      setting = setting.saying(Self.eventTypes[kind] ?? kind.rawValue)
    }
    return .object(
      envelope("conversationUpdate", event, from: try sender(db, actor), setting)
    ).followed(by: more)
  }

  /// Teams names the bot's own coming and going like anybody's.
  private static let eventTypes: [BotEvent.Kind: String] = [
    .botAdded: "teamMemberAdded", .botRemoved: "teamMemberRemoved",
    .memberAdded: "teamMemberAdded", .memberRemoved: "teamMemberRemoved",
  ]

  /// The setting with the names that things had when it happened.
  private func named(_ setting: Setting, by event: BotEvent) -> Setting {
    guard let name = event.details["name"], case .object(var data) = setting.data else {
      return setting
    }
    if let channel = event.details["channel"] {
      data["channel"] = ["id": channel, "name": name]
    } else if case .object(var team)? = data["team"] {
      team["name"] = name
      data["team"] = .object(team)
    }
    return Setting(conversation: setting.conversation, data: .object(data))
  }
}
