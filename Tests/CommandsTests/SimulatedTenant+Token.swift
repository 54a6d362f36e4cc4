import Identity
import TestSupport
import Testing

@testable import Simulator

extension SimulatedTenant {
  /// A token of the administrator that holds exactly these scopes.
  func token(ofPersonWith scopes: [String]) async throws -> Secret {
    let name = address.administrator
    let found = try await server.tenant.read { db in try Person.find(db, name) }
    var claims = claims(of: try #require(found).id, isApp: false)
    claims.upn = name
    claims.name = "Megan Bowen"
    claims.scp = scopes.joined(separator: " ")
    claims.wids = [AccessClaims.administratorRole]
    return try await sign(claims)
  }

  /// A token of the app that holds exactly these roles.
  func token(ofAppWith roles: [String]) async throws -> Secret {
    var claims = claims(of: server.tenant.profile.servicePrincipalID, isApp: true)
    claims.roles = roles
    return try await sign(claims)
  }

  private func sign(_ claims: AccessClaims) async throws -> Secret {
    Secret(try await TokenIssuer(tenant: server.tenant, origin: address.login).sign(claims))
  }

  private func claims(of subject: String, isApp: Bool) -> AccessClaims {
    let tenant = server.tenant
    let now = tenant.now.seconds
    return AccessClaims(
      iss: "https://sts.windows.net/\(tenant.profile.id)/", iat: now, nbf: now, exp: now + 3600,
      appid: tenant.profile.clientID, appDisplayName: "test", appidacr: isApp ? "1" : "0",
      idtyp: isApp ? "app" : "user", oid: subject, sub: subject, tid: tenant.profile.id,
      uti: "test")
  }
}
