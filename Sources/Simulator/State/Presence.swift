import GRDB

/// Whether people are there, as their apps report it and as they want it to look.
///
/// What somebody prefers counts only while some app reports them present.
struct Presence: Sendable, Equatable {
  let availability: String
  let activity: String

  static let schema = """
    CREATE TABLE presenceSessions (
      person TEXT NOT NULL, session TEXT NOT NULL, availability TEXT NOT NULL,
      activity TEXT NOT NULL, expiresAt INTEGER NOT NULL,
      PRIMARY KEY (person, session)) WITHOUT ROWID;
    CREATE TABLE preferredPresences (
      person TEXT PRIMARY KEY, availability TEXT NOT NULL, activity TEXT NOT NULL,
      expiresAt INTEGER NOT NULL) WITHOUT ROWID;
    """

  static let offline = Presence(availability: "Offline", activity: "Offline")

  /// What an app may report.
  static let reported = [
    Presence(availability: "Available", activity: "Available"),
    Presence(availability: "Busy", activity: "InACall"),
    Presence(availability: "Busy", activity: "InAConferenceCall"),
    Presence(availability: "Away", activity: "Away"),
    Presence(availability: "DoNotDisturb", activity: "Presenting"),
  ]

  /// What a person may prefer.
  static let preferred = [
    Presence(availability: "Available", activity: "Available"),
    Presence(availability: "Busy", activity: "Busy"),
    Presence(availability: "DoNotDisturb", activity: "DoNotDisturb"),
    Presence(availability: "BeRightBack", activity: "BeRightBack"),
    Presence(availability: "Away", activity: "Away"),
    Presence(availability: "Offline", activity: "OffWork"),
  ]

  /// Reads a pair out of a request; refuses one that is not among the allowed.
  static func requested(
    _ request: Document, among allowed: [Presence]
  ) throws(GraphFailure) -> Presence {
    let sent = Presence(
      availability: request["availability"]?.string ?? "",
      activity: request["activity"]?.string ?? "")
    guard allowed.contains(sent) else {
      throw .badRequest(
        "The combination of availability '\(sent.availability)' and activity '\(sent.activity)' "
          + "is not supported.")
    }
    return sent
  }

  /// What is shown of a person at a moment.
  static func of(_ db: Database, _ person: String, at now: Instant) throws -> Presence {
    let sessions = try Row.fetchAll(
      db, sql: "SELECT * FROM presenceSessions WHERE person = ? AND expiresAt > ?",
      arguments: [person, now.milliseconds]
    ).map(Presence.init)
    guard let strongest = sessions.max(by: { $0.rank < $1.rank }) else { return offline }
    let preference = try Row.fetchOne(
      db, sql: "SELECT * FROM preferredPresences WHERE person = ? AND expiresAt > ?",
      arguments: [person, now.milliseconds])
    return preference.map(Presence.init) ?? strongest
  }

  private init(_ row: Row) {
    availability = row["availability"]
    activity = row["activity"]
  }

  private init(availability: String, activity: String) {
    self.availability = availability
    self.activity = activity
  }

  /// Of several sessions the most engaged one is shown.
  private var rank: Int {
    ["Away", "Available", "Busy", "DoNotDisturb"].firstIndex(of: availability) ?? -1
  }

  /// All that Graph says of a person's presence to a caller.
  static func document(
    _ db: Database, of person: String, for caller: Caller, at now: Instant
  ) throws -> Document {
    let presence = try of(db, person, at: now)
    let status = try StatusMessage.of(db, person, at: now)
    return [
      "id": .string(person), "availability": .string(presence.availability),
      "activity": .string(presence.activity),
      "statusMessage": status?.document(forOwner: caller.personID == person) ?? nil,
      "outOfOfficeSettings": try Absence.document(db, of: person),
    ]
  }
}

extension Instant {
  /// The moment that lies a duration like `PT4H30M` or `P1D` after this one; nil for other texts.
  func advanced(byDuration text: String) -> Instant? {
    guard
      let match = text.wholeMatch(
        of: /P(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?/)
    else { return nil }
    func number(_ part: Substring?) -> Int { part.flatMap { Int($0) } ?? 0 }
    let (_, days, hours, minutes, seconds) = match.output
    let total =
      number(days) * 86_400 + number(hours) * 3600 + number(minutes) * 60 + number(seconds)
    return total > 0 ? advanced(seconds: total) : nil
  }
}
