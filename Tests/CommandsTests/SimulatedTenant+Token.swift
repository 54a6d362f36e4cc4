import CommandKit
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

  /// Signs the administrator in, and the app where only that can run the line.
  func signIn(_ session: TestSession, for line: String) async throws {
    try await signIn(session)
    let entries = session.workspace.catalog.entries.filter { line.contains($0.name) }
    let needed = entries.map { $0.type.permissions }.filter { !$0.allows(.person) }
    guard !needed.isEmpty else { return }
    try session.signIn(
      try await token(
        ofAppWith: needed.flatMap(\.app) + PersonReference.permissions.app))
  }

  /// Lets the app see the administrator's meetings, as a policy of Teams does.
  func letAppIntoMeetings() async throws {
    let client = server.tenant.profile.clientID
    let name = address.administrator
    try await server.tenant.write { db in
      guard let person = try Person.find(db, name) else { return }
      try Attendance.letIn(db, app: client, to: person.id)
    }
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
