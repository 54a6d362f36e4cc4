/// A way to get the next token without asking anybody.
package protocol TokenRenewal: Sendable {
  /// Gets the next token.
  ///
  /// - Parameters:
  ///   - refreshToken: The newest one received, where the flow gives any.
  ///   - claims: What a challenge asks the token to meet, as JSON.
  func renew(
    _ refreshToken: Secret?, claims: String?
  ) async throws(IdentityError) -> TokenGrant
}
