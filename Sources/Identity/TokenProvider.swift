/// Where requests get the token they carry.
package protocol TokenProvider: Sendable {
  /// A token that is good for now: renewed before it expires, once for all who wait.
  func accessToken() async throws(IdentityError) -> AccessToken

  /// Another token than the one that the server refused with 401.
  ///
  /// Where others have already replaced the refused one, this is their token and costs no request.
  func replacement(for rejected: AccessToken) async throws(IdentityError) -> AccessToken

  /// Another token, which meets the claims that the server's challenge asks for.
  ///
  /// The claims are the challenge's JSON, already decoded from base64.
  func replacement(
    for rejected: AccessToken, claims: String
  ) async throws(IdentityError) -> AccessToken

  /// What a challenge asked for that could not be met without a person, as JSON.
  var unmetClaims: String? { get async }
}

extension TokenProvider {
  package var unmetClaims: String? { get async { nil } }

  package func replacement(
    for rejected: AccessToken, claims: String
  ) async throws(IdentityError) -> AccessToken {
    try await replacement(for: rejected)
  }
}
