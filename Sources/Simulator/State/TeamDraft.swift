import GRDB

/// What a client sends to make or to change a team or its group, checked.
struct TeamDraft: Sendable {
  let name: String?
  /// Nil where nothing was sent, null where the description is taken away.
  let description: Document?
  /// As it is stored: `Public`, `Private` or `HiddenMembership`.
  let visibility: String?
  let mailNickname: String?
  let request: Document

  private static let longestName = 256

  init(_ request: Document) throws(GraphFailure) {
    self.request = request
    name = try Self.text("displayName", in: request)
    mailNickname = try Self.text("mailNickname", in: request)
    description = request["description"]
    if let sent = request["visibility"], !sent.isNull {
      let known = ["Public", "Private", "HiddenMembership"]
      let folded = sent.string?.lowercased()
      guard let match = known.first(where: { $0.lowercased() == folded }) else {
        throw .badRequest("Invalid value specified for property 'visibility'.")
      }
      visibility = match
    } else {
      visibility = nil
    }
  }

  private static func text(_ name: String, in request: Document) throws(GraphFailure) -> String? {
    guard let sent = request[name] else { return nil }
    guard let text = sent.string?.trimmingSpaces, !text.isEmpty, text.count <= longestName else {
      throw .badRequest("Invalid value specified for property '\(name)'.")
    }
    return text
  }
}

extension Team {
  /// Writes what the draft changes into the team's row.
  static func change(_ db: Database, _ row: Row, as draft: TeamDraft) throws {
    let name: String = draft.name ?? row["displayName"]
    let settings = try TeamSettings.changed(
      try TeamSettings.read(row["settings"]), by: draft.request)
    let nickname: String = row["mailNickname"]
    if let wanted = draft.mailNickname, wanted.lowercased() != nickname.lowercased() {
      try requireFree(db, nickname: wanted)
    }
    try db.execute(
      sql: """
        UPDATE teams SET displayName = ?, displayNameKey = ?, description = ?, visibility = ?,
          mailNickname = ?, settings = COALESCE(?, settings) WHERE id = ?
        """,
      arguments: [
        name, name.lowercased(), draft.description.map(\.string) ?? row["description"],
        draft.visibility ?? row["visibility"], draft.mailNickname ?? nickname,
        settings.map { Document.object($0).jsonText }, row["id"] as String,
      ])
  }

  static func requireFree(_ db: Database, nickname: String) throws {
    guard try !isTaken(db, nickname: nickname) else {
      throw GraphFailure.badRequest(
        "Another object with the same value for property mailNickname already exists.",
        code: "Request_BadRequest")
    }
  }

  /// A nickname that no group has: the letters of the name, with a number where they are taken.
  static func freeNickname(_ db: Database, for name: String) throws -> String {
    let letters = name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let stem = letters.isEmpty ? "team" : String(letters.prefix(56))
    var nickname = stem
    while try isTaken(db, nickname: nickname) {
      nickname = stem + String(Int.random(in: 1000...999_999))
    }
    return nickname
  }

  private static func isTaken(_ db: Database, nickname: String) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM teams WHERE mailNickname = ?)", arguments: [nickname]
    ) == true
  }
}
