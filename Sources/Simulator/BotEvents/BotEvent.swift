import Foundation
import GRDB

/// Something that happened in Teams, of which the bot is still to be told.
///
/// The database notes it itself, whoever causes it; see ``BotCourier`` for how it travels.
struct BotEvent: Sendable {
  /// What happened.
  enum Kind: String, Sendable {
    case installed, uninstalled, botAdded, botRemoved
    case memberAdded, memberRemoved
    case teamRenamed, teamArchived, teamUnarchived, teamDeleted, teamRestored
    case channelCreated, channelRenamed, channelDeleted, channelRestored
    case message, messageEdited, messageDeleted, messageRestored
    case reactions, submit
  }

  let number: Int
  /// The team, channel, chat or person that it is about; what is of one place stays in order.
  let place: String
  let kind: Kind?
  let details: Document
  let time: Instant
  let attempts: Int

  init(_ row: Row) throws {
    number = row["seq"]
    place = row["place"]
    kind = Kind(rawValue: row["kind"])
    details = try DocumentParser.parse(row["details"] as String)
    time = Instant(milliseconds: row["at"])
    attempts = row["attempts"]
  }

  static let schema = """
    CREATE TABLE botEvents (
      seq INTEGER PRIMARY KEY AUTOINCREMENT, bot TEXT NOT NULL, place TEXT NOT NULL,
      kind TEXT NOT NULL, details TEXT NOT NULL, at INTEGER NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0);
    CREATE INDEX botEvents_by_place ON botEvents (bot, place, seq);
    """

  /// Notes what no table shows: that a person pressed a button of a card.
  static func note(
    _ db: Database, _ kind: Kind, in place: String, _ details: Document, bot: String,
    at now: Instant
  ) throws {
    try db.execute(
      sql: "INSERT INTO botEvents (bot, place, kind, details, at) VALUES (?, ?, ?, ?, ?)",
      arguments: [bot, place, kind.rawValue, details.jsonText, now.milliseconds])
  }
}

extension BotEvent {
  /// Begins to note what happens; called when the company stands, which is not news.
  static func watch(_ db: Database) throws {
    for (index, event) in watched.enumerated() {
      try db.execute(
        sql: """
          CREATE TRIGGER IF NOT EXISTS bot_event_\(index) AFTER \(event.change)
          WHEN EXISTS (SELECT 1 FROM bots WHERE endpoint IS NOT NULL) AND \(event.condition) BEGIN
            \(event.kinds.map(event.noting).joined(separator: "\n"))
          END
          """)
    }
  }

  /// A change of a table, and what it is to the bot.
  private struct Watched {
    /// What it is, in the order in which the bot is told.
    let kinds: [Kind]
    /// What the trigger waits for, `INSERT ON members`.
    let change: String
    var condition = "1"
    /// Where it happened, as SQL.
    let place: String
    var details = "'{}'"
    /// Whether it is the bot's business, as SQL over `bots`.
    let concern: String

    func noting(_ kind: Kind) -> String {
      """
      INSERT INTO botEvents (bot, place, kind, details, at)
        SELECT bots.id, \(place), '\(kind.rawValue)', \(details), clock()
        FROM bots WHERE endpoint IS NOT NULL AND \(concern);
      """
    }
  }

  private static let disappears = "NEW.deletedAt IS NOT NULL AND OLD.deletedAt IS NULL"
  private static let reappears = "NEW.deletedAt IS NULL AND OLD.deletedAt IS NOT NULL"

  private static let watched = installations + members + teams + channels + messages

  private static let installations = [
    ([Kind.installed, .botAdded], "INSERT", "NEW"),
    ([.uninstalled, .botRemoved], "DELETE", "OLD"),
  ].map { kinds, change, row in
    Watched(
      kinds: kinds, change: "\(change) ON installations", place: "\(row).place",
      concern: "EXISTS (SELECT 1 FROM apps WHERE apps.id = \(row).app AND apps.bot = bots.id)")
  }

  private static let members = [
    (Kind.memberAdded, "INSERT", "NEW"), (.memberRemoved, "DELETE", "OLD"),
  ].map { kind, change, row in
    Watched(
      kinds: [kind], change: "\(change) ON members", place: "\(row).place",
      details: "json_object('person', \(row).person)", concern: installed("\(row).place"))
  }

  private static let teams = [
    (Kind.teamRenamed, "displayName", "NEW.displayName <> OLD.displayName"),
    (.teamArchived, "isArchived", "NEW.isArchived AND NOT OLD.isArchived"),
    (.teamUnarchived, "isArchived", "OLD.isArchived AND NOT NEW.isArchived"),
    (.teamDeleted, "deletedAt", disappears), (.teamRestored, "deletedAt", reappears),
  ].map { kind, column, condition in
    Watched(
      kinds: [kind], change: "UPDATE OF \(column) ON teams", condition: condition, place: "NEW.id",
      details: "json_object('name', NEW.displayName)", concern: installed("NEW.id"))
  }

  private static let channels = [
    (Kind.channelCreated, "INSERT", "NOT NEW.isGeneral"),
    (.channelRenamed, "UPDATE OF displayName", "NEW.displayName <> OLD.displayName"),
    (.channelDeleted, "UPDATE OF deletedAt", disappears),
    (.channelRestored, "UPDATE OF deletedAt", reappears),
  ].map { kind, change, condition in
    Watched(
      kinds: [kind], change: "\(change) ON channels",
      condition: "NEW.membershipType = 'standard' AND \(condition)", place: "NEW.team",
      details: "json_object('channel', NEW.id, 'name', NEW.displayName)",
      concern: installed("NEW.team"))
  }

  private static let messages =
    [
      (Kind.message, "INSERT", "1"),
      (.messageEdited, "UPDATE OF editedAt", "NEW.editedAt IS NOT OLD.editedAt"),
      (.messageDeleted, "UPDATE OF deletedAt", disappears),
      (.messageRestored, "UPDATE OF deletedAt", reappears),
    ].map { kind, change, condition in
      Watched(
        kinds: [kind], change: "\(change) ON messages",
        condition: "NEW.kind = 'message' AND NEW.authorID NOT LIKE '28:%' AND \(condition)",
        place: "NEW.place", details: snapshot, concern: addressed)
    } + [
      Watched(
        kinds: [.reactions], change: "UPDATE OF reactions ON messages",
        condition: "NEW.reactions <> OLD.reactions", place: "NEW.place",
        details: """
          json_object('id', NEW.id, 'parent', NEW.parent, 'old', json(OLD.reactions),
            'new', json(NEW.reactions))
          """,
        concern: "NEW.authorID = '28:' || bots.id")
    ]

  /// The message as it was then: it may be another one when the bot is told.
  private static let snapshot = """
    json_object('id', NEW.id, 'parent', NEW.parent, 'author', NEW.authorID,
      'contentType', NEW.contentType, 'content', NEW.content, 'mentions', json(NEW.mentions),
      'attachments', json(NEW.attachments))
    """

  /// In a channel and among several people a bot hears what mentions it, alone with it everything.
  private static let addressed = """
    (instr(NEW.place, bots.id) > 0 OR instr(NEW.mentions, bots.id) > 0 AND (
      \(installed("NEW.place"))
      OR \(installed("(\(team))"))))
    """

  /// The team of a message's channel; bots are in standard channels only.
  private static let team =
    "SELECT team FROM channels WHERE channels.id = NEW.place AND membershipType = 'standard'"

  private static func installed(_ place: String) -> String {
    """
    EXISTS (SELECT 1 FROM installations JOIN apps ON apps.id = installations.app
      WHERE installations.place = \(place) AND apps.bot = bots.id)
    """
  }
}
