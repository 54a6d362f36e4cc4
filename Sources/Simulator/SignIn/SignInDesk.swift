import Foundation
import HTTPTypes

/// Entra ID for one tenant: discovery, keys, device codes with their page, and tokens.
struct SignInDesk: Sendable {
  /// One request to it.
  struct Visit: Sendable {
    let method: HTTPRequest.Method
    let path: [String]
    let query: FormFields
    let headers: HTTPFields
    let body: [UInt8]
    let origin: String
  }

  let tenant: Tenant
  let pollingInterval: Int

  /// Answers a request, or nil for a path that Entra ID does not have.
  func answer(to visit: Visit) async throws -> Answer? {
    let path = visit.path.map { $0.lowercased() }
    if path == ["devicelogin"] { return try await devicePage(visit) }
    if path == ["common", "discovery", "instance"] { return instance(visit) }
    guard let name = path.first else { return nil }
    switch (visit.method, Array(path.dropFirst())) {
    case (.get, ["v2.0", ".well-known", "openid-configuration"]):
      try require(name, error: "invalid_tenant")
      return .ok(discovery(name, visit.origin))
    case (.get, ["discovery", "v2.0", "keys"]), (.get, ["discovery", "keys"]):
      try require(name, error: "invalid_tenant")
      return .ok(["keys": [tenant.signingKey.published]])
    case (.post, ["oauth2", "v2.0", "devicecode"]):
      try require(name)
      return try await deviceCode(visit)
    case (.post, ["oauth2", "v2.0", "token"]):
      try require(name)
      return .ok(try await token(name, visit))
    default: return nil
    }
  }

  private func require(
    _ name: String, error: String = "invalid_request"
  ) throws(TokenFailure) {
    guard tenant.profile.answers(to: name) else { throw .unknownTenant(name, error: error) }
  }

  private func client(_ fields: FormFields) throws(TokenFailure) -> String {
    let id = try fields.required("client_id").lowercased()
    guard id == tenant.profile.clientID else {
      throw .unknownClient(id, in: tenant.profile.displayName)
    }
    return id
  }

  private func deviceCode(_ visit: Visit) async throws -> Answer {
    let fields = FormFields(visit.body)
    let client = try client(fields)
    let scope = try fields.required("scope")
    _ = try ScopeSet(scope)
    let now = tenant.now
    let issued = try await tenant.write { db in
      try DeviceCode.issue(db, client: client, scopes: scope, at: now)
    }
    let page = "\(visit.origin)/devicelogin"
    return .ok([
      "user_code": .string(issued.userCode), "device_code": .string(issued.code),
      "verification_uri": .string(page), "expires_in": .number(DeviceCode.lifetime),
      "interval": .number(pollingInterval),
      "message": .string(
        "To sign in, use a web browser to open the page \(page) and enter the code "
          + "\(issued.userCode) to authenticate."),
    ])
  }

  private func token(_ name: String, _ visit: Visit) async throws -> Document {
    let fields = FormFields(visit.body)
    let grant = try fields.required("grant_type")
    let issuer = TokenIssuer(tenant: tenant, origin: visit.origin)
    switch grant {
    case "urn:ietf:params:oauth:grant-type:device_code", "device_code":
      return try await redeem(try client(fields), fields, issuer)
    case "refresh_token":
      let client = try client(fields)
      let token = try fields.required("refresh_token")
      var scopes = try ScopeSet(fields["scope"] ?? "")
      if scopes.isDefault { scopes.permissions = [] }
      scopes.wantsRefreshToken = true
      let now = tenant.now
      let person = try await tenant.read { db in
        try RefreshTokens.person(db, token: token, client: client, at: now)
      }
      return try await issuer.answer(
        for: person, client: client, scopes: scopes, wantsClientInfo: fields["client_info"] == "1")
    case "client_credentials":
      return try await issuer.answer(forApp: try appClient(name, fields, visit))
    default: throw TokenFailure.unsupportedGrant(grant)
    }
  }

  private func redeem(
    _ client: String, _ fields: FormFields, _ issuer: TokenIssuer
  ) async throws -> Document {
    let code = try fields.required("device_code")
    let now = tenant.now
    let interval = pollingInterval
    let outcome = try await tenant.write { db -> Result<(DeviceCode, Person), TokenFailure> in
      do {
        return .success(
          try DeviceCode.redeem(db, code: code, client: client, interval: interval, at: now))
      } catch let failure as TokenFailure {
        try DeviceCode.note(db, code: code, askedAt: now)
        return .failure(failure)
      }
    }
    let (device, person) = try outcome.get()
    return try await issuer.answer(
      for: person, client: client, scopes: try ScopeSet(device.scopes),
      wantsClientInfo: fields["client_info"] == "1")
  }

  /// The app that proves itself by its secret, in the form or in the header.
  private func appClient(
    _ name: String, _ fields: FormFields, _ visit: Visit
  ) throws(TokenFailure) -> String {
    guard name != "common", name != "organizations" else { throw .commonForApp }
    var secret = fields["client_secret"]
    var id = fields["client_id"]?.lowercased()
    if let basic = visit.headers[.authorization], basic.lowercased().hasPrefix("basic "),
      let data = Data(base64Encoded: String(basic.dropFirst(6)))
    {
      let parts = String(decoding: data, as: UTF8.self).split(separator: ":", maxSplits: 1)
      id = parts.first.map { RequestPath.decoded($0).lowercased() }
      secret = parts.count > 1 ? RequestPath.decoded(parts[1]) : nil
    }
    guard let id else { throw .missing("client_id") }
    guard id == tenant.profile.clientID else {
      throw .unknownClient(id, in: tenant.profile.displayName)
    }
    let scope = try fields.required("scope")
    guard ScopeSet.bare(scope[...]) == ".default" else { throw .badAppScope(scope) }
    guard let secret else { throw .missingSecret }
    guard secret == tenant.profile.clientSecret else { throw .badSecret(id) }
    return id
  }
}
