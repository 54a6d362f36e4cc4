import Foundation
import GRDB

/// People with whom an item is shared by name.
enum FileGrant {
  static let schema = """
    CREATE TABLE fileGrants (
      id TEXT PRIMARY KEY, item TEXT NOT NULL, person TEXT NOT NULL, role TEXT NOT NULL,
      UNIQUE (item, person)) WITHOUT ROWID;
    """

  /// Lets people see an item, or change it too.
  ///
  /// - Returns: What Graph prints of each of them.
  static func invite(
    _ db: Database, _ request: Document, to item: DriveItem
  ) throws -> [Document] {
    let roles = (request["roles"]?.array ?? []).compactMap(\.string)
    guard !roles.isEmpty, Set(roles).isSubset(of: ["read", "write"]) else {
      throw GraphFailure.invalidItem("One or more of the provided roles are not supported.")
    }
    guard let recipients = request["recipients"]?.array, !recipients.isEmpty else {
      throw GraphFailure.invalidItem("The recipients are missing.")
    }
    guard request["requireSignIn"]?.bool == true || request["sendInvitation"]?.bool == true else {
      throw GraphFailure.invalidItem("Either requireSignIn or sendInvitation must be true.")
    }
    let role = roles.contains("write") ? "write" : "read"
    return try recipients.map { recipient in
      let key = recipient["objectId"]?.string ?? recipient["email"]?.string ?? ""
      guard let person = try Person.find(db, key) else {
        throw GraphFailure.invalidItem("The recipient '\(key)' could not be resolved.")
      }
      try db.execute(
        sql: """
          INSERT INTO fileGrants VALUES (?, ?, ?, ?)
          ON CONFLICT (item, person) DO UPDATE SET role = excluded.role
          """,
        arguments: [UUID().uuidString.lowercased(), item.id, person.id, role])
      return [
        "id": .string(person.id), "roles": [.string(role)],
        "grantedTo": [
          "user": ["id": .string(person.id), "displayName": .string(person.displayName)]
        ],
      ]
    }
  }

  /// Whether an item was shared with a person, or a folder that it is in.
  static func reaches(_ db: Database, _ person: String, _ item: DriveItem) throws -> Bool {
    for id in [item.id] + (try item.ancestors(db)).map(\.id) {
      let isShared = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM fileGrants WHERE item = ? AND person = ?)",
        arguments: [id, person])
      if isShared == true { return true }
    }
    return false
  }
}
