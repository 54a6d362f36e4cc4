import Foundation
import GRDB

/// Who wants to be told of which changes, where, and until when.
struct Subscription: Sendable {
  let id: String
  let resource: String
  let changeTypes: String
  let notificationURL: String
  let lifecycleURL: String?
  let clientState: String?
  let appID: String
  let creator: String
  let expiresAt: Instant

  static let schema = """
    CREATE TABLE subscriptions (
      seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, resource TEXT NOT NULL,
      scope TEXT NOT NULL, changeTypes TEXT NOT NULL, notificationURL TEXT NOT NULL,
      lifecycleURL TEXT, clientState TEXT, appID TEXT NOT NULL, creator TEXT NOT NULL,
      expiresAt INTEGER NOT NULL);
    \(Notice.schema)
    """

  init(_ row: Row) {
    id = row["id"]
    resource = row["resource"]
    changeTypes = row["changeTypes"]
    notificationURL = row["notificationURL"]
    lifecycleURL = row["lifecycleURL"]
    clientState = row["clientState"]
    appID = row["appID"]
    creator = row["creator"]
    expiresAt = Instant(milliseconds: row["expiresAt"])
  }
}

extension Subscription {
  /// Those of the app, and of the person where there is one.
  static func listing(for caller: Caller, at now: Instant) -> Listing {
    let owned = Listing(
      columns: "subscriptions.*", tables: "subscriptions", condition: "appID = ? AND expiresAt > ?",
      arguments: [caller.appID.databaseValue, now.milliseconds.databaseValue],
      order: [Listing.Term("seq")])
    guard let person = caller.personID else { return owned }
    return owned.filtered("creator = ?", [person.databaseValue])
  }

  static func find(
    _ db: Database, _ id: String, for caller: Caller, at now: Instant
  ) throws -> Subscription {
    let owned = listing(for: caller, at: now).filtered("id = ?", [id.lowercased().databaseValue])
    guard let row = try owned.page(db, after: nil, size: 1).rows.first else {
      throw GraphFailure.notFound("The object was not found.", code: "ResourceNotFound")
    }
    return Subscription(row)
  }

  static func insert(
    _ db: Database, _ draft: SubscriptionDraft, _ resource: SubscribedResource, by caller: Caller
  ) throws -> String {
    let id = UUID().uuidString.lowercased()
    try db.execute(
      sql: """
        INSERT INTO subscriptions (id, resource, scope, changeTypes, notificationURL, lifecycleURL,
          clientState, appID, creator, expiresAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, draft.resource, resource.scope, draft.changeTypes, draft.notificationURL.text,
        draft.lifecycleURL?.text, draft.clientState, caller.appID, caller.personID ?? caller.appID,
        draft.expiresAt.milliseconds,
      ])
    return id
  }

  func renew(_ db: Database, until end: Instant) throws {
    try db.execute(
      sql: "UPDATE subscriptions SET expiresAt = ? WHERE id = ?",
      arguments: [end.milliseconds, id])
  }

  static func delete(_ db: Database, _ id: String) throws {
    try db.execute(sql: "DELETE FROM notices WHERE subscription = ?", arguments: [id])
    try db.execute(sql: "DELETE FROM subscriptions WHERE id = ?", arguments: [id])
  }

  /// Forgets what has ended.
  static func deleteExpired(_ db: Database, at now: Instant) throws {
    for id in try String.fetchAll(
      db, sql: "SELECT id FROM subscriptions WHERE expiresAt <= ?", arguments: [now.milliseconds])
    {
      try delete(db, id)
    }
  }

  var document: Document {
    [
      "id": .string(id), "resource": .string(resource), "applicationId": .string(appID),
      "changeType": .string(changeTypes), "clientState": .text(clientState),
      "notificationUrl": .string(notificationURL), "notificationQueryOptions": nil,
      "lifecycleNotificationUrl": .text(lifecycleURL),
      "expirationDateTime": .string(expiresAt.text), "creatorId": .string(creator),
      "includeResourceData": nil, "latestSupportedTlsVersion": "v1_2",
      "encryptionCertificate": nil, "encryptionCertificateId": nil, "notificationUrlAppId": nil,
    ]
  }
}
