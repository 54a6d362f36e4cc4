internal import Documents
package import FoundationEssentials

/// What a token says about its bearer, read without checking the signature.
///
/// Access tokens are Graph's business: the format may change, and personal accounts get opaque ones. So an
/// unreadable token is legal, and all that is read here is advice.
package struct TokenClaims: Sendable, Hashable {
  package let tenantID: String?
  package let objectID: String?
  package let userPrincipalName: String?
  package let name: String?
  /// Whether the bearer may be a guest of the tenant: the account is another directory's, or is not said.
  package let mayBeGuest: Bool
  package let appID: String?
  /// The delegated permissions, spelled as Microsoft spells them.
  package let scopes: [String]
  /// The application permissions.
  package let roles: [String]
  package let expiresAt: Date?
  /// Whether the bearer is an app on its own, with no person behind it.
  package let isApp: Bool
  /// Whether there was anything to read; if not, every other fact is missing.
  package let isReadable: Bool

  package init(reading token: Secret) {
    let payload = Self.payload(of: token.reveal())
    let claims = payload ?? .null
    tenantID = claims["tid"]?.string
    objectID = claims["oid"]?.string
    let principalName =
      (claims["upn"] ?? claims["preferred_username"] ?? claims["unique_name"])?.string
    userPrincipalName = principalName
    mayBeGuest = claims["idp"] != nil || principalName?.contains("#") ?? true
    name = claims["name"]?.string
    appID = (claims["appid"] ?? claims["azp"])?.string
    scopes = claims["scp"]?.string.map { $0.split(separator: " ").map(String.init) } ?? []
    roles = claims["roles"]?.array?.compactMap(\.string) ?? []
    expiresAt = claims["exp"]?.int.map { Date(timeIntervalSince1970: Double($0)) }
    isApp = payload != nil && (claims["idtyp"]?.string == "app" || claims["scp"] == nil)
    isReadable = payload != nil
  }

  /// The middle part of a signed token: an object in base64url, of which the padding is left out.
  private static func payload(of token: String) -> JSON? {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    guard let bytes = Base64URL.bytes(parts[1]), let json = try? JSON(parsing: bytes),
      json.object != nil
    else { return nil }
    return json
  }
}
