extension SignInDesk {
  /// Whether a segment names the directory of the Bot Framework.
  static func isBotFramework(_ name: String) -> Bool {
    ["botframework.com", BotClaims.commonDirectory].contains(name.lowercased())
  }

  /// The app of this id, which the directory that is asked must know.
  ///
  /// That of the Bot Framework knows the bots that are registered for several tenants.
  func registered(_ id: String, _ visit: Visit) async throws -> String {
    guard Self.isBotFramework(visit.authority) else { return try known(id) }
    let bot = tenant.profile.bot
    let settings = try await tenant.read { db in try BotSettings.read(db, of: bot.id) }
    guard id.lowercased() == bot.id, !settings.isSingleTenant else {
      throw TokenFailure.unknownClient(id, in: "Bot Framework")
    }
    return bot.id
  }

  /// A token in the directory of the Bot Framework, where there are no people.
  func botFrameworkToken(_ visit: Visit) async throws -> Document {
    let fields = FormFields(visit.body)
    let grant = try fields.required("grant_type")
    guard grant == "client_credentials" else { throw TokenFailure.unsupportedGrant(grant) }
    let app = try await app(fields, visit)
    let scope = try fields.required("scope")
    guard tenant.cloud.isBotScope(scope) else {
      throw TokenFailure.unknownResource(String(scope.prefix(200)))
    }
    return try await botToken(app, visit)
  }

  /// A token for the connector.
  func botToken(
    _ app: (id: String, proof: ClientProof), _ visit: Visit
  ) async throws -> Document {
    guard app.proof != .none else { throw TokenFailure.missingSecret }
    let directory =
      Self.isBotFramework(visit.authority) ? BotClaims.commonDirectory : tenant.profile.id
    return try await TokenIssuer(tenant: tenant, origin: visit.origin)
      .answer(forBot: app.id, proof: app.proof, directory: directory)
  }
}
