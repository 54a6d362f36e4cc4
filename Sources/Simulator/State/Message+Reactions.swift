import GRDB

extension Message {
  /// Adds a person's reaction; the same one a second time changes nothing.
  func react(_ db: Database, with type: String, _ person: Person, at now: Instant) throws {
    let known = reactions.array ?? []
    guard !known.contains(where: { Self.isReaction($0, type, of: person) }) else { return }
    let reaction: Document = [
      "reactionType": .string(type), "displayName": nil, "reactionContentUrl": nil,
      "createdDateTime": .string(now.text),
      "user": ["application": nil, "device": nil, "user": person.identity],
    ]
    try store(db, reactions: known + [reaction], at: now)
  }

  func unreact(_ db: Database, with type: String, _ person: Person, at now: Instant) throws {
    let known = reactions.array ?? []
    let left = known.filter { !Self.isReaction($0, type, of: person) }
    guard left.count < known.count else { return }
    try store(db, reactions: left, at: now)
  }

  private static func isReaction(_ reaction: Document, _ type: String, of person: Person) -> Bool {
    reaction["reactionType"]?.string == type
      && reaction["user"]?["user"]?["id"]?.string == person.id
  }

  private func store(_ db: Database, reactions: [Document], at now: Instant) throws {
    let time = max(now.milliseconds, modifiedAt + 1)
    try db.execute(
      sql: """
        UPDATE messages SET reactions = ?, modifiedAt = ?, activity = MAX(activity, ?)
        WHERE place = ? AND id = ?
        """,
      arguments: [Document.array(reactions).jsonText, time, time, place, id])
  }

  /// Notes what a policy says of the message; apps may, and change nothing else.
  func flag(_ db: Database, _ violation: Document, at now: Instant) throws {
    let time = max(now.milliseconds, modifiedAt + 1)
    try db.execute(
      sql: "UPDATE messages SET policyViolation = ?, modifiedAt = ? WHERE place = ? AND id = ?",
      arguments: [violation.isNull ? nil : violation.jsonText, time, place, id])
  }

  /// Gives a deleted message its words back.
  func undoSoftDelete(_ db: Database, by caller: Caller, at now: Instant) throws {
    try requireAuthor(caller)
    guard deletedAt != nil else { return }
    let time = max(now.milliseconds, modifiedAt + 1)
    try db.execute(
      sql: """
        UPDATE messages SET deletedAt = NULL, modifiedAt = ?, activity = MAX(activity, ?)
        WHERE place = ? AND id = ?
        """,
      arguments: [time, time, place, id])
  }
}
