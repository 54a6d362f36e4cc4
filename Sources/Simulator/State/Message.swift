import GRDB

/// A message in a channel or in a chat, as it is stored.
struct Message: Sendable {
  /// What a message is: only the first one is written by people.
  enum Kind: String, Sendable {
    case message, systemEventMessage
  }

  let place: String
  let id: Int
  /// The message that this one answers; 0 for the first of a chain.
  var parent = 0
  var kind = Kind.message
  var modifiedAt: Int
  var editedAt: Int?
  var deletedAt: Int?
  var subject: String?
  var summary: String?
  var importance = "normal"
  /// The identity set of the sender, as it is printed.
  var author: Document = nil
  var authorID: String?
  var contentType = "text"
  var content = ""
  var attachments: Document = []
  var mentions: Document = []
  var reactions: Document = []
  var event: Document?
  /// What a policy says of it, as an app sent it.
  var policyViolation: Document = nil

  init(place: String, id: Int) {
    self.place = place
    self.id = id
    modifiedAt = id
  }
}

extension Message {
  init(_ row: Row) throws {
    self.init(place: row["place"], id: row["id"])
    parent = row["parent"]
    kind = Kind(rawValue: row["kind"]) ?? .message
    modifiedAt = row["modifiedAt"]
    editedAt = row["editedAt"]
    deletedAt = row["deletedAt"]
    subject = row["subject"]
    summary = row["summary"]
    importance = row["importance"]
    author = try DocumentParser.parse(row["author"] as String)
    authorID = row["authorID"]
    contentType = row["contentType"]
    content = row["content"]
    attachments = try DocumentParser.parse(row["attachments"] as String)
    mentions = try DocumentParser.parse(row["mentions"] as String)
    reactions = try DocumentParser.parse(row["reactions"] as String)
    event = try (row["event"] as String?).map { try DocumentParser.parse($0) }
    policyViolation =
      try (row["policyViolation"] as String?).map { try DocumentParser.parse($0) } ?? nil
  }

  /// The sender, for a message that a person wrote.
  static func author(_ person: Person) -> Document {
    ["application": nil, "device": nil, "user": person.identity]
  }

  func insert(_ db: Database, activity: Int? = nil) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO messages (place, id, parent, activity, kind, modifiedAt, editedAt, deletedAt,
          subject, summary, importance, author, authorID, contentType, content, attachments,
          mentions, reactions, event)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      place, id, parent, activity ?? modifiedAt, kind.rawValue, modifiedAt, editedAt, deletedAt,
      subject, summary, importance, author.jsonText, authorID, contentType, content,
      attachments.jsonText, mentions.jsonText, reactions.jsonText, event?.jsonText,
    ])
    if parent != 0 {
      try db.cachedStatement(
        sql: "UPDATE messages SET activity = MAX(activity, ?) WHERE place = ? AND id = ?"
      ).execute(arguments: [id, place, parent])
    }
  }

  /// The id of a new message: the time, and later than every other in its place.
  static func newID(_ db: Database, in place: String, at now: Instant) throws -> Int {
    let newest = try Int.fetchOne(
      db, sql: "SELECT MAX(id) FROM messages WHERE place = ?", arguments: [place])
    return max(now.milliseconds, (newest ?? 0) + 1)
  }

  static func find(_ db: Database, _ id: String, in place: String, parent: String? = nil) throws
    -> Message
  {
    let row = try Int(id).flatMap { id in
      try Row.fetchOne(
        db, sql: "SELECT * FROM messages WHERE place = ? AND id = ? AND parent = ?",
        arguments: [place, id, parent.map { Int($0) ?? -1 } ?? 0])
    }
    guard let row else { throw GraphFailure.unknownMessage }
    return try Message(row)
  }

  /// The first messages of a channel's chains, the latest active one first.
  static func chains(in channel: String) -> Listing {
    Listing(
      columns: "messages.*", tables: "messages", condition: "place = ? AND parent = 0",
      arguments: [channel.databaseValue],
      order: [
        Listing.Term("activity", descending: true), Listing.Term("messages.id", descending: true),
      ])
  }

  static func replies(to parent: Int, in channel: String) -> Listing {
    // SQLite would rather read the whole channel by its key than look rows up from an index.
    Listing(
      columns: "messages.*", tables: "messages INDEXED BY messages_by_activity",
      condition: "place = ? AND parent = ?",
      arguments: [channel.databaseValue, parent.databaseValue],
      order: [Listing.Term("messages.id", descending: true)])
  }

  /// The messages of a chat, the newest first.
  static func inChat(_ chat: String, from start: Int = 0) -> Listing {
    Listing(
      columns: "messages.*", tables: "messages", condition: "place = ? AND messages.id >= ?",
      arguments: [chat.databaseValue, start.databaseValue],
      properties: [
        "createdDateTime": .init("messages.id", .instant),
        "lastModifiedDateTime": .init("modifiedAt", .instant),
      ],
      order: [Listing.Term("messages.id", descending: true)])
  }
}
