import GRDB

/// What a client sends to make or to change a person, checked and as columns.
struct PersonDraft: Sendable {
  private(set) var columns: [(name: String, value: DatabaseValue)] = []

  /// Properties that are stored under their own name, with whether a folded form stands beside it.
  private static let texts: [(name: String, isFolded: Bool)] = [
    ("displayName", true), ("givenName", true), ("surname", true), ("mail", true),
    ("jobTitle", false), ("department", false), ("officeLocation", false), ("city", false),
    ("country", false), ("usageLocation", false), ("mobilePhone", false),
    ("preferredLanguage", false),
  ]

  init(_ request: Document) throws(GraphFailure) {
    for (name, isFolded) in Self.texts {
      guard let sent = request[name] else { continue }
      guard sent.isNull || sent.string != nil,
        name != "displayName" || sent.string?.isEmpty == false
      else { throw Self.invalid(name) }
      set(name, sent.string)
      if isFolded { set(name + "Key", sent.string?.lowercased()) }
    }
    if let sent = request["userPrincipalName"] {
      guard let upn = sent.string, upn.split(separator: "@").count == 2 else {
        throw Self.invalid("userPrincipalName")
      }
      set("upn", upn)
      set("upnKey", upn.lowercased())
    }
    if let sent = request["accountEnabled"] {
      guard let isEnabled = sent.bool else { throw Self.invalid("accountEnabled") }
      columns.append(("isEnabled", isEnabled.databaseValue))
    }
    if let phones = request["businessPhones"]?.array {
      set("businessPhone", phones.first?.string)
    }
  }

  private mutating func set(_ column: String, _ text: String?) {
    columns.append((column, text?.databaseValue ?? .null))
  }

  private static func invalid(_ property: String) -> GraphFailure {
    .badRequest(
      "Invalid value specified for property '\(property)' of resource 'User'.",
      code: "Request_BadRequest")
  }
}

extension Person {
  /// Adds a person as the draft describes it; refuses what lacks something, and names in use.
  static func create(
    _ db: Database, _ request: Document, id: String, at now: Instant
  ) throws -> Row? {
    for name in [
      "accountEnabled", "displayName", "mailNickname", "userPrincipalName", "passwordProfile",
    ] where (request[name] ?? nil).isNull {
      throw GraphFailure.badRequest(
        "A value is required for property '\(name)' of resource 'User'.",
        code: "Request_BadRequest")
    }
    let draft = try PersonDraft(request)
    try requireFreeName(db, draft)
    let fixed: [(name: String, value: DatabaseValue)] = [
      ("id", id.databaseValue), ("userType", "Member".databaseValue),
      ("isAdministrator", false.databaseValue), ("createdAt", now.milliseconds.databaseValue),
    ]
    let columns = draft.columns + fixed
    let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    try db.execute(
      sql: """
        INSERT INTO people (\(columns.map(\.name).joined(separator: ", "))) VALUES (\(marks))
        """,
      arguments: StatementArguments(columns.map(\.value)))
    return try row(db, id)
  }

  func change(_ db: Database, as draft: PersonDraft) throws {
    guard !draft.columns.isEmpty else { return }
    try Self.requireFreeName(db, draft, except: id)
    let settings = draft.columns.map { "\($0.name) = ?" }.joined(separator: ", ")
    try db.execute(
      sql: "UPDATE people SET \(settings) WHERE id = ?",
      arguments: StatementArguments(draft.columns.map(\.value) + [id.databaseValue]))
  }

  /// Takes the account away, and everything that it was a member of with it.
  func remove(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM members WHERE person = ?", arguments: [id])
    try db.execute(sql: "DELETE FROM people WHERE id = ?", arguments: [id])
  }

  private static func requireFreeName(
    _ db: Database, _ draft: PersonDraft, except id: String = ""
  ) throws {
    guard let name = draft.columns.first(where: { $0.name == "upnKey" })?.value else { return }
    let isTaken = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM people WHERE upnKey = ? AND id <> ?)",
      arguments: [name, id])
    guard isTaken == false else {
      throw GraphFailure.badRequest(
        "Another object with the same value for property userPrincipalName already exists.",
        code: "Request_BadRequest")
    }
  }
}
