import Foundation
import GRDB

/// The catalogue of apps, and where they are installed.
enum TeamsApp {
  /// What the catalogue of every company holds: the store's apps, and two of the company's own.
  static let schema = """
    CREATE TABLE apps (
      id TEXT PRIMARY KEY, externalId TEXT NOT NULL, displayName TEXT NOT NULL,
      displayNameKey TEXT NOT NULL, version TEXT NOT NULL, distributionMethod TEXT NOT NULL,
      summary TEXT NOT NULL, bot TEXT) WITHOUT ROWID;
    INSERT INTO apps VALUES
      ('0d820ecd-def2-4297-adad-78056cde7c78', '0d820ecd-def2-4297-adad-78056cde7c78', 'OneNote',
       'onenote', '1.4.2', 'store', 'Notes for the whole team.', NULL),
      ('1c4340de-2a85-40e5-8eb0-4f295368978b', '1c4340de-2a85-40e5-8eb0-4f295368978b', 'Forms',
       'forms', '1.0.9', 'store', 'Surveys and polls.', '1c4340de-2a85-40e5-8eb0-4f2953689bbb'),
      ('2a527703-1f6f-4559-a332-d8a7d288cd88', '2a527703-1f6f-4559-a332-d8a7d288cd88',
       'SharePoint', 'sharepoint', '1.0.2', 'store', 'Pages and lists.', NULL),
      ('b1c5353a-7aca-41b3-830f-27d5218fe0e5', 'f31b1263-ba99-435a-a679-911d24850d7c',
       'Contoso Tickets', 'contoso tickets', '2.1.0', 'organization', 'Help desk tickets.',
       'b1c5353a-7aca-41b3-830f-27d5218febbb'),
      ('22f73bbe-f67a-4dea-bd54-54cac718cb2b', 'cf1ba4c7-f94e-4d80-ba90-5594b641a8ee',
       'Contoso Alerts', 'contoso alerts', '1.0.0', 'organization', 'Alerts from the systems.',
       NULL);
    CREATE TABLE installations (
      place TEXT NOT NULL, app TEXT NOT NULL, version TEXT NOT NULL,
      PRIMARY KEY (place, app)) WITHOUT ROWID;
    CREATE INDEX installations_by_app ON installations (app);
    """

  /// What a caller sees of the catalogue: what is published, what it sent in itself, and as an
  /// administrator everything.
  static func catalogue(for caller: Caller) -> Listing {
    guard !caller.seesEveryTeam, let person = caller.personID else { return everything }
    return everything.filtered(
      """
      EXISTS (
        SELECT 1 FROM appDefinitions
        WHERE app = apps.id AND (state = 'published' OR author = ?))
      """,
      [person.databaseValue])
  }

  private static let everything = Listing(
    columns: "apps.*", tables: "apps",
    properties: [
      "id": .init("apps.id", .folded), "externalId": .init("externalId", .folded),
      "displayName": .init("displayNameKey", .folded),
      "distributionMethod": .init("distributionMethod", .folded),
    ],
    order: [Listing.Term("apps.id")])

  /// The apps of a place: of a team, a chat, or a person.
  static func installed(in place: String) -> Listing {
    Listing(
      columns: "apps.*, installations.place, installations.version AS installed",
      tables: "installations JOIN apps ON apps.id = installations.app",
      condition: "installations.place = ?", arguments: [place.databaseValue],
      properties: [
        "teamsApp/id": .init("apps.id", .folded),
        "teamsApp/externalId": .init("apps.externalId", .folded),
        "teamsApp/displayName": .init("apps.displayNameKey", .folded),
        "teamsApp/distributionMethod": .init("apps.distributionMethod", .folded),
        "teamsAppDefinition/displayName": .init("apps.displayNameKey", .folded),
      ],
      order: [Listing.Term("installations.app")])
  }

  /// The app of a `teamsApp@odata.bind`.
  static func bound(_ db: Database, in request: Document) throws -> Row {
    guard let link = request["teamsApp@odata.bind"]?.string else {
      throw GraphFailure.badRequest("The 'teamsApp@odata.bind' property is required.")
    }
    let id = RequestPath(link[...]).segments.last?.text ?? ""
    let app = try row(db, id)
    let isPublished = try AppDefinition.all(db, of: app["id"]).contains {
      $0["state"] == AppDefinition.State.published.rawValue
    }
    guard isPublished else { throw GraphFailure.notFound("No app found with id '\(id)'.") }
    return app
  }

  /// Adds an app of the organization's own.
  static func insert(_ db: Database, _ package: AppPackage) throws -> String {
    let isTaken = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM apps WHERE externalId = ?)",
      arguments: [package.externalID])
    guard isTaken == false else {
      throw GraphFailure.conflict(
        "App with same id already exists in the tenant. External id: '\(package.externalID)'.")
    }
    let id = UUID().uuidString.lowercased()
    try db.execute(
      sql: "INSERT INTO apps VALUES (?, ?, ?, ?, ?, 'organization', ?, ?)",
      arguments: [
        id, package.externalID, package.name, package.name.lowercased(), package.version,
        package.summary, package.bot,
      ])
    return id
  }

  /// The row of an app of the organization's own: an administrator's, or what the caller sent in.
  static func ownRow(_ db: Database, _ id: String, for caller: Caller) throws -> Row {
    let app = try row(db, id)
    guard app["distributionMethod"] == "organization" else {
      throw GraphFailure.forbidden("The app is not one of the organization's own.")
    }
    let authors = try AppDefinition.all(db, of: app["id"]).map { $0["author"] as String? }
    guard caller.seesEveryTeam || authors.allSatisfy({ $0 == caller.personID }) else {
      throw GraphFailure.forbidden("The app was sent in by somebody else.")
    }
    return app
  }

  static func row(_ db: Database, _ id: String) throws -> Row {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM apps WHERE id = ?", arguments: [id.lowercased()])
    guard let row else { throw GraphFailure.notFound("No app found with id '\(id)'.") }
    return row
  }

  static func install(_ db: Database, _ app: String, version: String, in place: String) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO installations VALUES (?, ?, ?)", arguments: [place, app, version])
    guard db.changesCount > 0 else {
      throw GraphFailure.conflict("App entitlement already exists for '\(app)'.")
    }
  }

  /// Installs an app that every company's catalogue has.
  static func install(_ db: Database, named name: String, in place: String) throws {
    try db.execute(
      sql: "INSERT INTO installations SELECT ?, id, version FROM apps WHERE displayName = ?",
      arguments: [place, name])
  }

  /// The installation with this opaque id, which must be one of this place.
  static func installation(_ db: Database, _ id: String, in place: String) throws -> Row {
    let parts =
      Data(base64Encoded: id)
      .map { String(decoding: $0, as: UTF8.self).split(separator: "#").map(String.init) } ?? []
    let listing = installed(in: place)
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT \(listing.columns) FROM \(listing.tables)
        WHERE \(listing.condition) AND installations.app = ?
        """,
      arguments: [place, parts.last])
    guard let row, parts.first == place else {
      throw GraphFailure.notFound("No app installation found with id '\(id)'.")
    }
    return row
  }

  static func installationID(of app: String, in place: String) -> String {
    Data("\(place)##\(app)".utf8).base64EncodedString()
  }
}

extension TeamsApp {
  static func document(_ row: Row) -> Document {
    [
      "id": .text(row["id"]), "externalId": .text(row["externalId"]),
      "displayName": .text(row["displayName"]),
      "distributionMethod": .text(row["distributionMethod"]),
    ]
  }

  static func definition(_ row: Row, version: String) -> Document {
    let id: String = row["id"]
    return [
      "id": .string(Data("\(id)##\(version)##Published".utf8).base64EncodedString()),
      "teamsAppId": .string(id), "azureADAppId": nil, "displayName": .text(row["displayName"]),
      "version": .string(version), "requiredResourceSpecificApplicationPermissions": [],
      "publishingState": "published", "shortDescription": .text(row["summary"]),
      "description": .text(row["summary"]), "lastModifiedDateTime": nil, "createdBy": nil,
    ]
  }

  /// An installation with the relationships that the client wants to see.
  static func installation(_ row: Row, expand: Set<String>) -> Document {
    var fields: Document.Fields = [
      "id": .string(installationID(of: row["id"], in: row["place"]))
    ]
    if expand.contains("teamsApp") { fields["teamsApp"] = document(row) }
    if expand.contains("teamsAppDefinition") {
      fields["teamsAppDefinition"] = definition(row, version: row["installed"])
    }
    return .object(fields)
  }
}
