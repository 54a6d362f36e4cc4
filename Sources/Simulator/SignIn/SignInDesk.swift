import HTTPTypes

/// Entra ID for one tenant: discovery, keys, sign-in pages, and tokens.
struct SignInDesk: Sendable {
  /// One request to it.
  struct Visit: Sendable {
    let method: HTTPRequest.Method
    let path: [String]
    let query: FormFields
    let headers: HTTPFields
    let body: [UInt8]
    let origin: String

    /// The first segment: the tenant, by any of its names.
    var authority: String { path.first ?? "" }
  }

  let tenant: Tenant
  let pollingInterval: Int

  /// Answers a request, or nil for a path that Entra ID does not have.
  func answer(to visit: Visit) async throws -> Answer? {
    let path = visit.path.map { $0.lowercased() }
    if path == ["devicelogin"] { return try await devicePage(visit) }
    if path == ["common", "discovery", "instance"] { return try instance(visit) }
    if visit.method == .get, path == ["v1", ".well-known", "openidconfiguration"] {
      return .ok(tenant.botMetadata(origin: visit.origin))
    }
    if visit.method == .get, path == ["v1", ".well-known", "keys"] { return .ok(tenant.botKeys) }
    guard let name = path.first else { return nil }
    let rest = Array(path.dropFirst())
    if let answer = try await page(rest, visit) { return answer }
    switch (visit.method, rest) {
    case (.get, ["v2.0", ".well-known", "openid-configuration"]):
      if !Self.isBotFramework(name) { try require(name, error: "invalid_tenant") }
      return .ok(discovery(name, visit.origin))
    case (.get, ["discovery", "v2.0", "keys"]), (.get, ["discovery", "keys"]):
      if !Self.isBotFramework(name) { try require(name, error: "invalid_tenant") }
      return .ok(["keys": [tenant.signingKey.published]])
    case (.post, ["oauth2", "v2.0", "devicecode"]):
      try require(name)
      return try await deviceCode(visit)
    case (.post, ["oauth2", "v2.0", "token"]) where Self.isBotFramework(name):
      return .ok(try await botFrameworkToken(visit))
    case (.post, ["oauth2", "v2.0", "token"]):
      try require(name)
      return .ok(try await token(visit))
    default: return nil
    }
  }

  /// Answers for the paths that browsers visit; a refusal there is a page.
  private func page(_ path: [String], _ visit: Visit) async throws -> Answer? {
    do {
      switch (visit.method, path) {
      case (.get, ["oauth2", "v2.0", "authorize"]):
        try require(visit.authority)
        return try await authorize(visit, asked: visit.query, entered: FormFields([]))
      case (.post, ["oauth2", "v2.0", "authorize"]):
        try require(visit.authority)
        return try await authorize(visit, asked: FormFields(visit.body), entered: FormFields([]))
      case (.post, ["login"]):
        try require(visit.authority)
        let entered = FormFields(visit.body)
        return try await authorize(visit, asked: entered.carried, entered: entered)
      case (.get, ["v2.0", "adminconsent"]), (.get, ["adminconsent"]):
        try require(visit.authority)
        return try await adminConsent(visit, asked: visit.query, entered: FormFields([]))
      case (.post, ["adminconsent"]):
        try require(visit.authority)
        let entered = FormFields(visit.body)
        return try await adminConsent(visit, asked: entered.carried, entered: entered)
      case (.get, ["oauth2", "v2.0", "logout"]):
        return try await signOut(visit)
      default: return nil
      }
    } catch let failure as TokenFailure {
      return .page(
        SignInPage.failure(failure.description(at: tenant.now)), status: .badRequest)
    }
  }

  func require(_ name: String, error: String = "invalid_request") throws(TokenFailure) {
    guard name.lowercased() != "consumers" else { throw .noConsumers }
    guard tenant.profile.answers(to: name) else { throw .unknownTenant(name, error: error) }
  }

  func client(_ fields: FormFields) throws(TokenFailure) -> String {
    try known(try fields.required("client_id"))
  }

  func known(_ id: String) throws(TokenFailure) -> String {
    let id = id.lowercased()
    guard id == tenant.profile.clientID || id == tenant.profile.bot.id else {
      throw .unknownClient(id, in: tenant.profile.displayName)
    }
    return id
  }
}
