import Foundation
import HTTPTypes
import JWTKit

/// Makes the answers that carry tokens.
struct TokenIssuer: Sendable {
  let tenant: Tenant
  /// The address that the client used, for the issuer of identity tokens.
  let origin: String

  /// Tokens for a person: the access token holds all that the app was ever given for them.
  func answer(
    for signIn: SignIn, scopes: ScopeSet, claims wanted: RequestedClaims, nonce: String?,
    wantsClientInfo: Bool
  ) async throws -> Document {
    let person = signIn.person
    let held = try await tenant.read { db in
      try ConditionalAccess.check(db, signIn, contexts: wanted.contexts)
      return try Consents.scopes(db, client: signIn.client, person: person.id)
    }
    let missing = scopes.permissions.filter { !held.contains($0) }
    guard missing.isEmpty, !held.isEmpty else { throw TokenFailure.noConsent(signIn.client) }
    let lifetime = lifetime(wanted)
    var claims = claims(
      client: signIn.client, subject: person.id, lifetime: lifetime, proof: signIn.proof, wanted)
    claims.idtyp = "user"
    claims.acrs = wanted.contexts.isEmpty ? nil : wanted.contexts
    claims.amr = signIn.isStrong ? ["pwd", "mfa"] : ["pwd"]
    claims.name = person.displayName
    claims.upn = person.upn
    claims.uniqueName = person.upn
    claims.scp = held.joined(separator: " ")
    claims.wids = person.isAdministrator ? [AccessClaims.administratorRole] : nil
    let scope = (held + ["profile", "openid", "email"]).joined(separator: " ")
    var fields: Document.Fields = [
      "token_type": "Bearer", "scope": .string(scope),
      "expires_in": .number(lifetime), "ext_expires_in": .number(lifetime),
      "access_token": .string(try await sign(claims)),
    ]
    if scopes.wantsRefreshToken {
      let now = tenant.now
      fields["refresh_token"] = .string(
        try await tenant.write { db in try RefreshTokens.issue(db, for: signIn, at: now) })
    }
    if scopes.wantsIdentity {
      fields["id_token"] = .string(try await sign(identity(of: signIn, nonce: nonce)))
    }
    if wantsClientInfo {
      let info: Document = ["uid": .string(person.id), "utid": .string(tenant.profile.id)]
      fields["client_info"] = .string(Data(info.bytes).base64URLText)
    }
    return .object(fields)
  }

  /// A token for the app itself, with the roles that the administrator has granted.
  func answer(
    forApp client: String, proof: ClientProof, claims wanted: RequestedClaims
  ) async throws -> Document {
    let lifetime = wanted.isContinuous ? lifetime(wanted) : 3599
    var claims = claims(
      client: client, subject: tenant.profile.app(client).servicePrincipalID,
      lifetime: lifetime, proof: proof,
      wanted)
    claims.roles = ScopeSet.granted
    return [
      "token_type": "Bearer", "expires_in": .number(lifetime), "ext_expires_in": .number(lifetime),
      "access_token": .string(try await sign(claims)),
    ]
  }

  /// A token with which a bot, or any app that says it is one, goes to the connector.
  func answer(
    forBot client: String, proof: ClientProof, directory: String
  ) async throws -> Document {
    let now = tenant.now
    let lifetime = 86_399
    let claims = BotClaims(
      aud: "https://\(tenant.cloud.botHost)",
      iss: "https://\(tenant.cloud.issuerHost)/\(directory)/", iat: now.seconds, nbf: now.seconds,
      exp: now.seconds + lifetime, appid: client, appidacr: proof.rawValue, tid: directory,
      uti: TokenIdentifier.make(at: now))
    return [
      "token_type": "Bearer", "expires_in": .number(lifetime), "ext_expires_in": .number(lifetime),
      "access_token": .string(try await sign(claims)),
    ]
  }

  /// Between 60 and 90 minutes; a day for an app that can be told of the token's end.
  private func lifetime(_ wanted: RequestedClaims) -> Int {
    wanted.isContinuous ? 86_399 : Int.random(in: 3599...5399)
  }

  func sign(_ claims: some JWTPayload) async throws -> String {
    let key = tenant.signingKey
    return try await key.keys.sign(
      claims, kid: JWKIdentifier(string: key.id),
      header: ["typ": "JWT", "x5t": .string(key.id)])
  }

  private func claims(
    client: String, subject: String, lifetime: Int, proof: ClientProof,
    _ wanted: RequestedClaims
  ) -> AccessClaims {
    let now = tenant.now
    var claims = AccessClaims(
      iss: "https://\(tenant.cloud.issuerHost)/\(tenant.profile.id)/", iat: now.seconds,
      nbf: now.seconds,
      exp: now.seconds + lifetime, appid: client, appDisplayName: tenant.profile.app(client).name,
      appidacr: proof.rawValue, idtyp: "app", oid: subject, sub: subject,
      tid: tenant.profile.id, uti: TokenIdentifier.make(at: now))
    claims.aud = "https://\(tenant.cloud.graphHost)"
    claims.xmsCC = wanted.isContinuous ? ["cp1"] : nil
    return claims
  }

  private func identity(of signIn: SignIn, nonce: String?) -> IdentityClaims {
    let now = tenant.now.seconds
    let person = signIn.person
    return IdentityClaims(
      aud: signIn.client, iss: "\(origin)/\(tenant.profile.id)/v2.0", iat: now, nbf: now,
      exp: now + 3600, name: person.displayName, nonce: nonce, oid: person.id,
      preferredUsername: person.upn, sub: person.id, tid: tenant.profile.id)
  }
}
