import JWTKit

/// What the connector signs when it speaks to a bot.
struct ActivityClaims: JWTPayload {
  let serviceurl: String
  let nbf: Int
  let exp: Int
  let iss: String
  let aud: String

  func verify(using algorithm: some JWTAlgorithm) async throws {}
}

extension Tenant {
  /// A token that proves to the bot that an activity comes from the connector.
  func activityToken(serviceURL: String) async throws -> String {
    let now = now.seconds
    return try await TokenIssuer(tenant: self, origin: "").sign(
      ActivityClaims(
        serviceurl: serviceURL, nbf: now, exp: now + 3600, iss: "https://\(cloud.botHost)",
        aud: profile.bot.id))
  }

  /// Where bots read how activities are signed.
  func botMetadata(origin: String) -> Document {
    [
      "issuer": .string("https://\(cloud.botHost)"),
      "authorization_endpoint": "https://invalid.botframework.com",
      "jwks_uri": .string("\(origin)/v1/.well-known/keys"),
      "id_token_signing_alg_values_supported": ["RS256"],
      "token_endpoint_auth_methods_supported": ["private_key_jwt"],
    ]
  }

  /// The keys that sign activities, each with the channels for which it may.
  var botKeys: Document {
    ["keys": [signingKey.published.followed(by: ["endorsements": ["msteams"]])]]
  }
}
