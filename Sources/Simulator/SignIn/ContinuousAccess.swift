import Foundation
import GRDB
import HTTPTypes

/// The refusal of tokens that have not expired, but whose person may no longer use them.
///
/// Only apps that asked for it with `cp1` get such a refusal; the tokens of others just expire.
enum ContinuousAccess {
  static func check(_ claims: AccessClaims, in tenant: Tenant) async throws {
    guard claims.xmsCC?.contains("cp1") == true, claims.idtyp == "user" else { return }
    let (revoked, person) = try await tenant.read { db in
      (try Revocation.time(db, of: claims.oid), try Person.find(db, claims.oid))
    }
    let made =
      TokenIdentifier.time(of: claims.uti) ?? Instant(milliseconds: claims.iat * 1000)
    if let revoked, made < revoked { throw GraphFailure.revoked(notBefore: revoked) }
    guard person?.isEnabled == true else { throw GraphFailure.revoked(notBefore: tenant.now) }
  }
}

extension GraphFailure {
  /// A 401 whose header says which claims a new token must satisfy.
  fileprivate static func revoked(notBefore time: Instant) -> GraphFailure {
    let claims: Document = [
      "access_token": ["nbf": ["essential": true, "value": .string(String(time.seconds))]]
    ]
    let challenge =
      "Bearer realm=\"\", "
      + "authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", "
      + "client_id=\"00000003-0000-0000-c000-000000000000\", error=\"insufficient_claims\", "
      + "claims=\"\(Data(claims.bytes).base64EncodedString())\""
    return GraphFailure(
      status: .unauthorized, code: "InvalidAuthenticationToken",
      message: "Continuous access evaluation resulted in challenge with result: "
        + "InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp",
      headers: [.wwwAuthenticate: challenge])
  }
}
