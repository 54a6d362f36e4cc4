import GRDB

/// A conversation in which the bot takes part.
struct BotConversation: Sendable {
  /// What a conversation is, by Teams' names for them.
  enum Kind: Sendable, Equatable {
    case channel(team: String)
    case groupChat
    case personal(person: String)
  }

  /// The channel or the chat in which its messages are.
  let place: String
  let kind: Kind
  /// The message whose thread it is; nil for the whole channel.
  let thread: Int?

  /// Reads an id as the connector gives them out.
  ///
  /// - Throws: ``ConnectorFailure`` when there is no such conversation, or the bot is not in it.
  init(_ db: Database, _ text: String, bot: BotRegistration) throws {
    let parts = text.split(separator: ";", maxSplits: 1)
    let id = String(parts.first ?? "")
    var thread: Int?
    if parts.count > 1 {
      guard parts[1].hasPrefix("messageid="), let number = Int(parts[1].dropFirst(10)) else {
        throw ConnectorFailure.badArgument("Bad format of conversation ID.")
      }
      thread = number
    }
    if id.hasPrefix("a:") {
      guard let person = ChannelAccount(bot: bot).person(conversation: id) else {
        throw ConnectorFailure.unknownConversation
      }
      try self.init(db, personal: person, bot: bot)
    } else if id.hasSuffix("@thread.tacv2") || id.hasSuffix("@thread.skype") {
      let team = try Self.team(db, of: id, bot)
      self.init(place: id, kind: .channel(team: team), thread: thread)
    } else if id.hasPrefix("19:"), id.hasSuffix("@thread.v2") || id.hasSuffix("@unq.gbl.spaces") {
      let isThere = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM chats WHERE id = ? AND deletedAt IS NULL)",
        arguments: [id])
      guard isThere == true else { throw ConnectorFailure.unknownConversation }
      guard try Self.isInstalled(db, bot, in: id) else { throw ConnectorFailure.notInRoster }
      self.init(place: id, kind: .groupChat, thread: nil)
    } else {
      throw ConnectorFailure.badArgument("Bad format of conversation ID.")
    }
  }

  private init(place: String, kind: Kind, thread: Int?) {
    self.place = place
    self.kind = kind
    self.thread = thread
  }

  /// The conversation with one person, which must have been made.
  init(_ db: Database, personal person: String, bot: BotRegistration) throws {
    let place = Chat.id(between: person, and: bot.id)
    self.init(place: place, kind: .personal(person: person), thread: nil)
    let isThere = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM chats WHERE id = ? AND deletedAt IS NULL)",
      arguments: [place])
    guard isThere == true else { throw ConnectorFailure.unknownConversation }
    guard try Self.reaches(db, bot, person) else { throw ConnectorFailure.notInRoster }
  }

  /// The team of a standard channel; bots are in no others.
  private static func team(_ db: Database, of channel: String, _ bot: BotRegistration) throws
    -> String
  {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT channels.* FROM channels JOIN teams ON teams.id = channels.team
        WHERE channels.id = ? AND channels.deletedAt IS NULL AND teams.deletedAt IS NULL
        """,
      arguments: [channel])
    guard let channel = row.map(Channel.init) else { throw ConnectorFailure.unknownConversation }
    guard channel.kind == .standard, try isInstalled(db, bot, in: channel.team) else {
      throw ConnectorFailure.notInRoster
    }
    return channel.team
  }

  static func isInstalled(_ db: Database, _ bot: BotRegistration, in place: String) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM installations JOIN apps ON apps.id = installations.app
          WHERE installations.place = ? AND apps.bot = ?)
        """,
      arguments: [place, bot.id]) ?? false
  }

  /// Whether the bot may write to a person: the two have its app in common somewhere.
  static func reaches(_ db: Database, _ bot: BotRegistration, _ person: String) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM installations JOIN apps ON apps.id = installations.app
          WHERE apps.bot = ? AND (installations.place = ? OR EXISTS (
            SELECT 1 FROM members
            WHERE members.place = installations.place AND members.person = ?)))
        """,
      arguments: [bot.id, person, person]) ?? false
  }

  /// Makes the conversation with a person where there is none yet.
  static func open(
    _ db: Database, with person: Person, bot: BotRegistration, at now: Instant
  ) throws -> BotConversation {
    guard try reaches(db, bot, person.id) else { throw ConnectorFailure.notInRoster }
    let place = Chat.id(between: person.id, and: bot.id)
    let isThere = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM chats WHERE id = ?)", arguments: [place])
    if isThere == true {
      try Chat.setDeleted(db, place, at: nil)
    } else {
      try Chat(id: place, topic: nil, kind: .oneOnOne, createdAt: now).insert(db)
      try Membership.add(db, person.id, to: place, as: person.isGuest ? .guest : .owner)
    }
    return try BotConversation(db, personal: person.id, bot: bot)
  }

  /// Where its members are kept.
  var roster: String {
    guard case .channel(let team) = kind else { return place }
    return team
  }

  /// The id as the bot knows it, without a thread.
  func id(for bot: BotRegistration) -> String {
    guard case .personal(let person) = kind else { return place }
    return ChannelAccount(bot: bot).conversation(with: person)
  }

  /// Refuses to write where nobody can.
  func requireWritable(_ db: Database) throws {
    guard case .channel(let team) = kind else { return }
    let isArchived = try Bool.fetchOne(
      db,
      sql: """
        SELECT teams.isArchived OR channels.isArchived FROM channels, teams
        WHERE channels.id = ? AND teams.id = ?
        """,
      arguments: [place, team])
    guard isArchived == false else { throw ConnectorFailure.archived }
  }

  /// The message of this id, which must be one of the conversation's.
  func message(_ db: Database, _ id: String) throws -> Message {
    let row = try Int(id).flatMap { number in
      try Row.fetchOne(
        db, sql: "SELECT * FROM messages WHERE place = ? AND id = ? AND deletedAt IS NULL",
        arguments: [place, number])
    }
    guard let message = try row.map(Message.init) else { throw ConnectorFailure.unknownActivity }
    return message
  }
}
