extension SignInDesk {
  /// What the tenant's policies say to a person who wants to use an app.
  func admission(
    of person: Person, to client: String, contexts: [String] = [], isStrong: Bool,
    byDevice: Bool
  ) async throws -> ConditionalAccess.Verdict {
    try await tenant.read { db in
      try ConditionalAccess.verdict(
        db, on: person, client: client, contexts: contexts, isStrong: isStrong,
        byDevice: byDevice)
    }
  }

  /// What a page says of an account that nobody here has.
  func complaint(aboutUnknown account: String) -> String {
    let domain = account.split(separator: "@").dropFirst().last?.lowercased()
    let own = [tenant.profile.domain, tenant.profile.initialDomain]
    guard let domain, !own.contains(domain) else {
      return "We couldn't find an account with that username. (AADSTS50034)"
    }
    return "This account does not exist in the tenant '\(tenant.profile.displayName)'. It must be "
      + "added as an external user first. (AADSTS50020)"
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
