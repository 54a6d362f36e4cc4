/// A way to get the next token without asking anybody.
package protocol TokenRenewal: Sendable {
  /// Gets the next token, by the newest refresh token where the flow gives any.
  ///
  /// A challenge's claims, as JSON, are what the next token has to meet.
  func renew(
    _ refreshToken: Secret?, claims: String?
  ) async throws(IdentityError) -> TokenGrant
}
