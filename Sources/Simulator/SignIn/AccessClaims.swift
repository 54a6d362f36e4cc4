import JWTKit

/// What an access token for Graph says, under the names that Entra ID gives it.
struct AccessClaims: JWTPayload, Equatable {
  var aud = "https://graph.microsoft.com"
  let iss: String
  let iat: Int
  let nbf: Int
  let exp: Int
  let appid: String
  let appDisplayName: String
  let appidacr: String
  var idtyp: String
  let oid: String
  let sub: String
  let tid: String
  var name: String?
  var upn: String?
  var uniqueName: String?
  var scp: String?
  var roles: [String]?
  var wids: [String]?
  var amr: [String]?
  /// What the app understands: `cp1` for refusals before the token expires.
  var xmsCC: [String]?
  /// The authentication contexts that the sign-in satisfied.
  var acrs: [String]?
  let uti: String
  var ver = "1.0"

  enum CodingKeys: String, CodingKey {
    case aud, iss, iat, nbf, exp, appid, appidacr, idtyp, oid, sub, tid, name, upn, scp, roles
    case wids, amr, acrs, uti, ver
    case appDisplayName = "app_displayname"
    case uniqueName = "unique_name"
    case xmsCC = "xms_cc"
  }

  /// The role template of a Global Administrator.
  static let administratorRole = "62e90394-69f5-4237-9190-012177145e10"

  /// The library checks the signature; times are checked against the tenant's own clock.
  func verify(using algorithm: some JWTAlgorithm) async throws {}
}

extension Caller {
  init(_ claims: AccessClaims) {
    let isApp = claims.idtyp == "app"
    kind =
      isApp
      ? .app
      : .person(
        id: claims.oid,
        isAdministrator: claims.wids?.contains(AccessClaims.administratorRole) ?? false)
    appID = claims.appid
    name = claims.upn ?? claims.appid
    permissions = Set(claims.roles ?? (claims.scp ?? "").split(separator: " ").map(String.init))
  }
}

/// What an identity token says about the person that signed in.
struct IdentityClaims: JWTPayload {
  let aud: String
  let iss: String
  let iat: Int
  let nbf: Int
  let exp: Int
  let name: String
  /// What the app sent, to tie the token to its request.
  let nonce: String?
  let oid: String
  let preferredUsername: String
  let sub: String
  let tid: String
  var ver = "2.0"

  enum CodingKeys: String, CodingKey {
    case aud, iss, iat, nbf, exp, name, nonce, oid, sub, tid, ver
    case preferredUsername = "preferred_username"
  }

  func verify(using algorithm: some JWTAlgorithm) async throws {}
}
