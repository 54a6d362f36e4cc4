import Foundation
import GRDB
import HTTPTypes
import JWTKit

/// Makes the answers that carry tokens.
struct TokenIssuer: Sendable {
  let tenant: Tenant
  /// The address that the client used, for the issuer of identity tokens.
  let origin: String

  /// Tokens for a person: the access token holds all that the person ever consented to.
  func answer(
    for person: Person, client: String, scopes: ScopeSet, wantsClientInfo: Bool
  ) async throws -> Document {
    let held = try await tenant.read { db in
      try Consents.scopes(db, client: client, person: person.id)
    }
    let missing = scopes.permissions.filter { !held.contains($0) }
    guard missing.isEmpty, !held.isEmpty else { throw TokenFailure.noConsent(client) }
    let lifetime = Int.random(in: 3599...5399)
    var claims = claims(client: client, subject: person.id, lifetime: lifetime, secret: "0")
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
        try await tenant.write { db in
          try RefreshTokens.issue(db, client: client, person: person.id, at: now)
        })
    }
    if scopes.wantsIdentity {
      fields["id_token"] = .string(try await sign(identity(of: person, client: client)))
    }
    if wantsClientInfo {
      let info: Document = ["uid": .string(person.id), "utid": .string(tenant.profile.id)]
      fields["client_info"] = .string(Data(info.bytes).base64URLText)
    }
    return .object(fields)
  }

  /// A token for the app itself, with the roles that the administrator has granted.
  func answer(forApp client: String) async throws -> Document {
    let lifetime = 3599
    var claims = claims(
      client: client, subject: tenant.profile.servicePrincipalID, lifetime: lifetime, secret: "1")
    claims.roles = ScopeSet.granted
    return [
      "token_type": "Bearer", "expires_in": .number(lifetime), "ext_expires_in": .number(lifetime),
      "access_token": .string(try await sign(claims)),
    ]
  }

  func sign(_ claims: some JWTPayload) async throws -> String {
    let key = tenant.signingKey
    return try await key.keys.sign(
      claims, kid: JWKIdentifier(string: key.id),
      header: ["typ": "JWT", "x5t": .string(key.id)])
  }

  private func claims(
    client: String, subject: String, lifetime: Int, secret: String
  ) -> AccessClaims {
    let now = tenant.now.seconds
    return AccessClaims(
      iss: "https://sts.windows.net/\(tenant.profile.id)/", iat: now, nbf: now,
      exp: now + lifetime, appid: client, appDisplayName: tenant.profile.appName,
      appidacr: secret, idtyp: secret == "0" ? "user" : "app", oid: subject, sub: subject,
      tid: tenant.profile.id, uti: UUID().uuidString.lowercased())
  }

  private func identity(of person: Person, client: String) -> IdentityClaims {
    let now = tenant.now.seconds
    return IdentityClaims(
      aud: client, iss: "\(origin)/\(tenant.profile.id)/v2.0", iat: now, nbf: now, exp: now + 3600,
      name: person.displayName, oid: person.id, preferredUsername: person.upn, sub: person.id,
      tid: tenant.profile.id)
  }
}
