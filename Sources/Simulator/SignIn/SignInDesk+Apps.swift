import Foundation
import HTTPTypes

extension SignInDesk {
  /// The app that asks, and how it proved itself: by its secret in the form or in the header, by an
  /// assertion that its certificate signed, or not at all.
  func app(
    _ fields: FormFields, _ visit: Visit
  ) async throws -> (id: String, proof: ClientProof) {
    var secret = fields["client_secret"]
    var name = fields["client_id"]
    if let basic = visit.headers[.authorization], basic.lowercased().hasPrefix("basic "),
      let data = Data(base64Encoded: String(basic.dropFirst(6)))
    {
      let parts = String(decoding: data, as: UTF8.self).split(separator: ":", maxSplits: 1)
      name = parts.first.map { RequestPath.decoded($0) }
      secret = parts.count > 1 ? RequestPath.decoded(parts[1]) : nil
    }
    if let text = fields["client_assertion"] {
      guard fields["client_assertion_type"] == ClientAssertion.type else {
        throw TokenFailure.badAssertionType
      }
      let assertion = try ClientAssertion(text)
      let id = try await registered(name ?? assertion.subject, visit)
      let certificates = try await tenant.read { db in
        try ClientCertificate.all(db, client: id)
      }
      try assertion.verify(
        client: id, audiences: audiences(visit), certificates: certificates, at: tenant.now)
      return (id, .certificate)
    }
    guard let name else { throw TokenFailure.missing("client_id") }
    let id = try await registered(name, visit)
    guard let secret else { return (id, .none) }
    let profile = tenant.profile
    guard secret == (id == profile.bot.id ? profile.bot.secret : profile.clientSecret) else {
      throw TokenFailure.badSecret(id)
    }
    guard tenant.now < tenant.secretExpiresAt else { throw TokenFailure.expiredSecret(id) }
    return (id, .secret)
  }

  /// The addresses that an assertion may be meant for: this endpoint by any name of the tenant.
  private func audiences(_ visit: Visit) -> Set<String> {
    let profile = tenant.profile
    let names = [profile.id, profile.domain, profile.initialDomain, visit.authority]
    return Set(
      names.flatMap { name in
        ["/oauth2/v2.0/token", "/v2.0", "/"].map { "\(visit.origin)/\(name)\($0)".lowercased() }
      })
  }
}
