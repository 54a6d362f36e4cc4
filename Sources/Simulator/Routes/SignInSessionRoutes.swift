import HTTPTypes

/// Ending a person's sign-ins everywhere.
enum SignInSessionRoutes {
  static let all = [
    Route(.post, "/me/revokeSignInSessions", .revokeOwnSessions) { call in
      try await revoke(try call.me, call)
    },
    Route(.post, "/users/{user}/revokeSignInSessions", .revokeSessions) { call in
      try await revoke(call["user"], call)
    },
  ]

  private static func revoke(_ key: String, _ call: Call) async throws -> Answer {
    let now = call.tenant.now
    try await call.tenant.write { db in
      guard let person = try Person.find(db, key) else {
        throw GraphFailure.unknownDirectoryObject(key)
      }
      try Revocation.record(db, of: person.id, at: now)
    }
    return .ok(["@odata.context": call.context("Edm.Boolean"), "value": true])
  }
}
