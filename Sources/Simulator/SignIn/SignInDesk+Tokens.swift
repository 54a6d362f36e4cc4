extension SignInDesk {
  /// Answers the token endpoint.
  func token(_ visit: Visit) async throws -> Document {
    let fields = FormFields(visit.body)
    let grant = try fields.required("grant_type")
    switch grant {
    case "authorization_code": return try await redeem(fields, visit)
    case "urn:ietf:params:oauth:grant-type:device_code", "device_code":
      return try await redeemDevice(fields, visit)
    case "refresh_token": return try await refresh(fields, visit)
    case "client_credentials": return try await appToken(fields, visit)
    default: throw TokenFailure.unsupportedGrant(grant)
    }
  }

  private func redeem(_ fields: FormFields, _ visit: Visit) async throws -> Document {
    let app = try await app(fields, visit)
    let now = tenant.now
    let code = try await tenant.write { db in
      try AuthorizationCode.redeem(db, fields, client: app.id, at: now)
    }
    try Self.require(app.proof, for: code.platform)
    var signIn = code.signIn
    signIn.proof = app.proof
    let scopes = try ScopeSet(fields["scope"] ?? code.scopes).joined(try ScopeSet(code.scopes))
    return try await issuer(visit).answer(
      for: signIn, scopes: scopes, claims: try RequestedClaims(fields), nonce: code.nonce,
      wantsClientInfo: fields["client_info"] == "1")
  }

  /// An app on a device must not prove itself, and one on a server must.
  private static func require(
    _ proof: ClientProof, for platform: RedirectURI.Platform
  ) throws(TokenFailure) {
    switch (platform, proof) {
    case (.publicClient, .none), (.web, .secret), (.web, .certificate): return
    case (.publicClient, _): throw .needlessProof
    case (.web, .none): throw .missingProof
    }
  }

  private func redeemDevice(_ fields: FormFields, _ visit: Visit) async throws -> Document {
    let client = try client(fields)
    let code = try fields.required("device_code")
    let now = tenant.now
    let interval = pollingInterval
    let outcome = try await tenant.write { db -> Result<(DeviceCode, SignIn), TokenFailure> in
      do {
        return .success(
          try DeviceCode.redeem(db, code: code, client: client, interval: interval, at: now))
      } catch let failure as TokenFailure {
        try DeviceCode.note(db, code: code, askedAt: now)
        return .failure(failure)
      }
    }
    let (device, signIn) = try outcome.get()
    return try await issuer(visit).answer(
      for: signIn, scopes: try ScopeSet(device.scopes), claims: try RequestedClaims(fields),
      nonce: nil, wantsClientInfo: fields["client_info"] == "1")
  }

  private func refresh(_ fields: FormFields, _ visit: Visit) async throws -> Document {
    let app = try await app(fields, visit)
    let token = try fields.required("refresh_token")
    var scopes = try ScopeSet(fields["scope"] ?? "")
    if scopes.isDefault { scopes.permissions = [] }
    scopes.wantsRefreshToken = true
    let now = tenant.now
    let signIn = try await tenant.read { db in
      try RefreshTokens.signIn(db, token: token, client: app.id, at: now)
    }
    try Self.require(app.proof, for: signIn.proof == .none ? .publicClient : .web)
    return try await issuer(visit).answer(
      for: signIn, scopes: scopes, claims: try RequestedClaims(fields), nonce: nil,
      wantsClientInfo: fields["client_info"] == "1")
  }

  private func appToken(_ fields: FormFields, _ visit: Visit) async throws -> Document {
    guard !["common", "organizations"].contains(visit.authority.lowercased()) else {
      throw TokenFailure.commonForApp
    }
    let app = try await app(fields, visit)
    let scope = try fields.required("scope")
    guard !tenant.cloud.isBotScope(scope) else { return try await botToken(app, visit) }
    try ScopeSet.requireOneResource(scope)
    guard try ScopeSet.bare(scope[...]) == ".default" else { throw TokenFailure.badAppScope(scope) }
    guard app.proof != .none else { throw TokenFailure.missingSecret }
    return try await issuer(visit).answer(
      forApp: app.id, proof: app.proof, claims: try RequestedClaims(fields))
  }

  private func issuer(_ visit: Visit) -> TokenIssuer {
    TokenIssuer(tenant: tenant, origin: visit.origin)
  }
}
