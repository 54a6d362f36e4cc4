import Crypto
import Foundation
import GRDB

/// The versions of apps, each published, waiting for review, or rejected.
enum AppDefinition {
  /// Where a version stands between its author and the catalogue.
  enum State: String, Sendable {
    case submitted, rejected, published
  }

  static let schema = """
    CREATE TABLE appDefinitions (
      seq INTEGER PRIMARY KEY, app TEXT NOT NULL, version TEXT NOT NULL, state TEXT NOT NULL,
      displayName TEXT NOT NULL, summary TEXT NOT NULL, description TEXT NOT NULL, bot TEXT,
      entraAppID TEXT, permissions TEXT NOT NULL DEFAULT '[]', author TEXT, modifiedAt INTEGER,
      UNIQUE (app, version));
    INSERT INTO appDefinitions (app, version, state, displayName, summary, description, bot)
      SELECT id, version, 'published', displayName, summary, summary, bot FROM apps;
    """

  static func insert(
    _ db: Database, _ package: AppPackage, of app: String, _ state: State, by author: String?,
    at now: Instant
  ) throws {
    let isTaken = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM appDefinitions WHERE app = ? AND version = ?)",
      arguments: [app, package.version])
    guard isTaken == false else {
      throw GraphFailure.conflict("The version '\(package.version)' of the app exists already.")
    }
    try db.execute(
      sql: """
        INSERT INTO appDefinitions (app, version, state, displayName, summary, description, bot,
          entraAppID, permissions, author, modifiedAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        app, package.version, state.rawValue, package.name, package.summary, package.description,
        package.bot, package.entraAppID, Document.strings(package.permissions).jsonText, author,
        now.milliseconds,
      ])
    if state == .published { try publish(db, package.version, of: app) }
  }

  /// Makes a version the one that the catalogue shows.
  static func publish(_ db: Database, _ version: String, of app: String) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM appDefinitions WHERE app = ? AND version = ?",
      arguments: [app, version])
    guard let row else { return }
    let name: String = row["displayName"]
    try db.execute(
      sql: """
        UPDATE apps SET version = ?, displayName = ?, displayNameKey = ?, summary = ?, bot = ?
        WHERE id = ?
        """,
      arguments: [
        version, name, name.lowercased(), row["summary"] as String, row["bot"] as String?, app,
      ])
  }

  static func all(_ db: Database, of app: String) throws -> [Row] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM appDefinitions WHERE app = ? ORDER BY seq", arguments: [app])
  }

  /// The version with this opaque id, in which its state is written.
  static func row(_ db: Database, _ id: String, of app: String) throws -> Row {
    guard let row = try all(db, of: app).first(where: { self.id($0) == id }) else {
      throw GraphFailure.notFound("No app definition found with id '\(id)'.")
    }
    return row
  }

  static func setState(_ db: Database, _ row: Row, to state: State, at now: Instant) throws {
    try db.execute(
      sql: "UPDATE appDefinitions SET state = ?, modifiedAt = ? WHERE seq = ?",
      arguments: [state.rawValue, now.milliseconds, row["seq"] as Int])
  }

  static func delete(_ db: Database, _ row: Row) throws {
    guard row["state"] != State.published.rawValue else {
      throw GraphFailure.badRequest("A published app definition cannot be deleted.")
    }
    let app: String = row["app"]
    try db.execute(
      sql: "DELETE FROM appDefinitions WHERE seq = ?", arguments: [row["seq"] as Int])
    if try all(db, of: app).isEmpty {
      try db.execute(sql: "DELETE FROM apps WHERE id = ?", arguments: [app])
    }
  }

  static func id(_ row: Row) -> String {
    let state: String = row["state"]
    let text = "\(row["app"] as String)##\(row["version"] as String)##\(state.capitalized)"
    return Data(text.utf8).base64EncodedString()
  }

  /// By which a client says which state of the version it reviewed.
  static func tag(_ row: Row) -> String {
    tag(ofID: id(row), modifiedAt: row["modifiedAt"] ?? 0)
  }

  static func tag(ofID id: String, modifiedAt: Int) -> String {
    let text = "\(id) \(modifiedAt)"
    let digest = Data(Insecure.MD5.hash(data: Data(text.utf8))).base64EncodedString()
    return Data("\"\(digest)\"".utf8).base64EncodedString()
  }

  static func document(_ row: Row, withBot: Bool = false) throws -> Document {
    let modified: Int? = row["modifiedAt"]
    let author: String? = row["author"]
    let summary: String = row["summary"]
    var fields: Document.Fields = [
      "@odata.etag": .string(tag(row)), "id": .string(id(row)), "teamsAppId": .text(row["app"]),
      "azureADAppId": .text(row["entraAppID"]), "displayName": .text(row["displayName"]),
      "version": .text(row["version"]),
      "requiredResourceSpecificApplicationPermissions":
        try DocumentParser.parse(row["permissions"] as String),
      "publishingState": .text(row["state"]), "shortDescription": .string(summary),
      "description": .text(row["description"]),
      "lastModifiedDateTime": .text(modified.map { Instant(milliseconds: $0).text }),
      "createdBy": author.map(creator) ?? nil,
    ]
    if withBot {
      let bot: String? = row["bot"]
      fields["bot"] = bot.map { bot -> Document in ["id": .string(bot)] } ?? .null
    }
    return .object(fields)
  }

  private static func creator(_ person: String) -> Document {
    [
      "application": nil, "device": nil, "conversation": nil,
      "user": ["id": .string(person), "displayName": nil, "userIdentityType": "aadUser"],
    ]
  }
}
