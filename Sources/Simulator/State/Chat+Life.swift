import GRDB

extension Chat {
  /// How one member sees a chat.
  struct Viewpoint: Sendable {
    let isHidden: Bool
    /// Until when the member has read; nil for everything.
    let readAt: Int?

    init(_ row: Row) {
      isHidden = row["isHidden"]
      readAt = row["readAt"]
    }
  }

  static func viewpoint(_ db: Database, of person: String, in chat: String) throws -> Viewpoint? {
    try Row.fetchOne(
      db, sql: "SELECT isHidden, readAt FROM members WHERE place = ? AND person = ?",
      arguments: [chat, person]
    ).map(Viewpoint.init)
  }

  /// The chat's entry of a viewpoint; an app has none.
  func document(of viewpoint: Viewpoint?) -> Document {
    guard let viewpoint else { return nil }
    let read = viewpoint.readAt.map { Instant(milliseconds: $0) } ?? updatedAt
    return [
      "isHidden": .bool(viewpoint.isHidden), "lastMessageReadDateTime": .string(read.text),
    ]
  }

  /// Notes that something was said: the chat shows again to everybody.
  static func touch(_ db: Database, _ id: String, at time: Int) throws {
    try db.execute(sql: "UPDATE chats SET updatedAt = ? WHERE id = ?", arguments: [time, id])
    try db.execute(
      sql: "UPDATE members SET isHidden = 0 WHERE place = ? AND isHidden", arguments: [id])
  }

  /// Whether a chat of this id was deleted and can come back.
  static func requireDeleted(_ db: Database, _ id: String) throws {
    let isThere = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM chats WHERE id = ? AND deletedAt IS NOT NULL)",
      arguments: [id])
    guard isThere == true else {
      throw GraphFailure.notFound("No deleted chat found with id '\(id)'.")
    }
  }

  static func setDeleted(_ db: Database, _ id: String, at time: Instant?) throws {
    try db.execute(
      sql: "UPDATE chats SET deletedAt = ? WHERE id = ?", arguments: [time?.milliseconds, id])
  }
}
