import GRDB
import HTTPTypes

/// Whether people are there.
enum PresenceRoutes {
  static let all = [
    Route(.get, "/me/presence", .readMyPresence) { call in try await read(try call.me, call) },
    Route(.get, "/users/{user}/presence", .readPresence) { call in
      try await read(call["user"], call)
    },
    Route(.post, "/communications/getPresencesByUserId", .readPresences) { call in
      let ids = (try call.object()["ids"]?.array ?? []).compactMap(\.string)
      guard !ids.isEmpty, ids.count <= mostPeople else {
        throw GraphFailure.badRequest(
          "The number of user ids must be between 1 and \(mostPeople).")
      }
      let now = call.tenant.now
      let documents = try await call.tenant.read { db in
        try ids.compactMap { id in
          try Person.find(db, id).map {
            try Presence.document(db, of: $0.id, for: call.caller, at: now)
          }
        }
      }
      return .ok([
        "@odata.context": call.context("Collection(microsoft.graph.presence)"),
        "value": .array(documents),
      ])
    },
    Route(.post, "/users/{user}/presence/setPresence", .setPresence) { call in
      let request = try call.object()
      let session = try session(request)
      let presence = try Presence.requested(request, among: Presence.reported)
      let end = try expiration(request, call, standard: "PT5M", range: 300...14_400)
      return try await change(call) { db, person in
        try db.execute(
          sql: "INSERT OR REPLACE INTO presenceSessions VALUES (?, ?, ?, ?, ?)",
          arguments: [
            person, session, presence.availability, presence.activity, end.milliseconds,
          ])
      }
    },
    Route(.post, "/users/{user}/presence/clearPresence", .clearPresence) { call in
      let session = try session(try call.object())
      return try await change(call) { db, person in
        try db.execute(
          sql: "DELETE FROM presenceSessions WHERE person = ? AND session = ?",
          arguments: [person, session])
        guard db.changesCount > 0 else {
          throw GraphFailure.notFound("The presence session '\(session)' is not found.")
        }
      }
    },
    Route(.post, "/users/{user}/presence/setUserPreferredPresence", .preferPresence) { call in
      let request = try call.object()
      let presence = try Presence.requested(request, among: Presence.preferred)
      let isShort = ["Busy", "DoNotDisturb"].contains(presence.availability)
      let end = try expiration(
        request, call, standard: isShort ? "P1D" : "P7D", range: 1...604_800)
      return try await change(call) { db, person in
        try db.execute(
          sql: "INSERT OR REPLACE INTO preferredPresences VALUES (?, ?, ?, ?)",
          arguments: [person, presence.availability, presence.activity, end.milliseconds])
      }
    },
    Route(
      .post, "/users/{user}/presence/clearUserPreferredPresence", .clearPreferredPresence
    ) { call in
      try await change(call) { db, person in
        try db.execute(
          sql: "DELETE FROM preferredPresences WHERE person = ?", arguments: [person])
      }
    },
    Route(.post, "/users/{user}/presence/setStatusMessage", .setStatusMessage) { call in
      let message = try StatusMessage(try call.object(), at: call.tenant.now)
      return try await change(call) { db, person in try message.store(db, of: person) }
    },
  ]

  private static let mostPeople = 650

  private static func read(_ key: String, _ call: Call) async throws -> Answer {
    let now = call.tenant.now
    let document = try await call.tenant.read { db in
      let person = try find(db, key)
      return try Presence.document(db, of: person, for: call.caller, at: now)
    }
    let front: Document.Fields = [
      "@odata.context": call.context("users('\(key)')/presence/$entity")
    ]
    return .ok(document.preceded(by: front))
  }

  /// Changes what is known of one person; people change their own presence alone.
  private static func change(
    _ call: Call, _ work: @escaping @Sendable (Database, String) throws -> Void
  ) async throws -> Answer {
    try await call.tenant.write { db in
      let person = try find(db, call["user"])
      if let me = call.caller.personID, me != person {
        throw GraphFailure.forbidden("The caller may only change its own presence.")
      }
      try work(db, person)
    }
    return Answer(status: .ok)
  }

  private static func find(_ db: Database, _ key: String) throws -> String {
    guard let person = try Person.find(db, key) else {
      throw GraphFailure.notFound("User not found.")
    }
    return person.id
  }

  private static func session(_ request: Document) throws(GraphFailure) -> String {
    guard let session = request["sessionId"]?.string, session.isGUID else {
      throw .badRequest("The 'sessionId' must be the id of the app.")
    }
    return session.lowercased()
  }

  private static func expiration(
    _ request: Document, _ call: Call, standard: String, range: ClosedRange<Int>
  ) throws(GraphFailure) -> Instant {
    let text = request["expirationDuration"]?.string ?? standard
    let now = call.tenant.now
    guard let end = now.advanced(byDuration: text), range.contains(end.seconds - now.seconds)
    else { throw .badRequest("The 'expirationDuration' '\(text)' is not valid.") }
    return end
  }
}
