extension SignInDesk {
  /// What the tenant's policies say to a person who wants to use an app.
  func admission(
    of person: Person, to client: String, isStrong: Bool, byDevice: Bool
  ) async throws -> ConditionalAccess.Verdict {
    try await tenant.read { db in
      try ConditionalAccess.verdict(
        db, on: person, client: client, isStrong: isStrong, byDevice: byDevice)
    }
  }

  /// Those of the scopes that neither the person nor an administrator has granted.
  func ungranted(_ scopes: ScopeSet, _ signIn: SignIn) async throws -> ScopeSet {
    let held = try await tenant.read { db in
      try Consents.scopes(db, client: signIn.client, person: signIn.person.id)
    }
    var rest = scopes
    rest.permissions = scopes.wanted.filter { !held.contains($0) }
    return rest
  }
}
