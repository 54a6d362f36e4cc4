import Foundation
import GRDB

/// One Conditional Access policy, kept as the document that Graph shows.
struct AccessPolicy: Sendable {
  let id: String
  let document: Document

  init(_ row: Row) throws {
    id = row["id"]
    document = try DocumentParser.parse(row["document"] as String)
  }

  /// All policies, as the directory lists them.
  static let listing = Listing(
    columns: "accessPolicies.*", tables: "accessPolicies",
    properties: ["id": .init("id", .folded)], order: [Listing.Term("seq")])

  /// Refuses what Graph refuses: a policy without a name, state, conditions or control.
  static func checked(_ document: Document) throws(GraphFailure) -> Document {
    guard document["displayName"]?.string?.isEmpty == false,
      let state = document["state"]?.string,
      ["enabled", "disabled", "enabledForReportingButNotEnforced"].contains(state),
      document["conditions"]?["users"]?.fields != nil,
      document["conditions"]?["applications"]?.fields != nil,
      document["grantControls"]?.fields != nil || document["sessionControls"]?.fields != nil
    else {
      throw .badRequest(
        "1007: Incoming ConditionalAccessPolicy object is null or does not match "
          + "the schema of ConditionalAccessPolicy type.")
    }
    return document
  }

  static func create(_ db: Database, _ document: Document, at now: Instant) throws -> AccessPolicy {
    let id = UUID().uuidString.lowercased()
    var fields = document.fields ?? [:]
    for name in ["id", "createdDateTime", "modifiedDateTime"] { fields[name] = nil }
    let whole = Document.object(fields).preceded(by: [
      "id": .string(id), "createdDateTime": .string(now.text), "modifiedDateTime": nil,
    ])
    try db.execute(
      sql: "INSERT INTO accessPolicies (id, document, modifiedAt) VALUES (?, ?, ?)",
      arguments: [id, whole.jsonText, now.milliseconds])
    return try find(db, id)
  }

  static func find(_ db: Database, _ id: String) throws -> AccessPolicy {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM accessPolicies WHERE id = ?", arguments: [id.lowercased()])
    guard let row else { throw GraphFailure.notFound("1010: Policy \(id) not found.") }
    return try AccessPolicy(row)
  }

  func update(_ db: Database, _ changes: Document, at now: Instant) throws {
    var fields = document.fields ?? [:]
    for entry in changes.fields?.entries ?? [] where entry.name != "id" {
      fields[entry.name] = entry.value
    }
    fields["modifiedDateTime"] = .string(now.text)
    let whole = try Self.checked(.object(fields))
    try db.execute(
      sql: "UPDATE accessPolicies SET document = ?, modifiedAt = ? WHERE id = ?",
      arguments: [whole.jsonText, now.milliseconds, id])
  }

  func delete(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM accessPolicies WHERE id = ?", arguments: [id])
  }
}
