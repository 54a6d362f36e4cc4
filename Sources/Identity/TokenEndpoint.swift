internal import Documents
internal import FoundationEssentials
internal import HTTPTypes
internal import Transport

/// The door of the login service through which every flow goes: a form in, a document or a refusal out.
struct TokenEndpoint: Sendable {
  let authority: Authority
  let transport: any HTTPTransport
  let now: @Sendable () -> Date

  /// Asks for a token, which is to meet a challenge's claims where there are any.
  func grant(
    _ form: FormBody, meeting claims: String?
  ) async throws(IdentityError) -> TokenGrant {
    var form = form
    form.add("claims", RequestedClaims.text(meeting: claims))
    let document = try await post(form, to: authority.tokenEndpoint)
    guard let token = document["access_token"]?.string, !token.isEmpty,
      let lifetime = Self.seconds(document["expires_in"]), lifetime > 0
    else { throw IdentityError(code: .malformedAnswer, status: 200) }
    let received = now()
    return TokenGrant(
      accessToken: AccessToken(
        value: Secret(token), expiresAt: received.addingTimeInterval(lifetime),
        host: authority.graphHost),
      refreshToken: document["refresh_token"]?.string.map(Secret.init),
      scopes: document["scope"]?.string.map { $0.split(separator: " ").map(String.init) } ?? [],
      renewAt: received.addingTimeInterval(lifetime - min(300, lifetime / 5)))
  }

  /// Posts a form, and once more when the first answer is lost on the way.
  ///
  /// None of these requests does anything twice that matters: a refresh token stays good for a while after its
  /// successor is out, and a device code is only asked about.
  func post(_ form: FormBody, to url: String) async throws(IdentityError) -> JSON {
    let request = TransportRequest(
      .post, url: url,
      fields: [
        .contentType: "application/x-www-form-urlencoded", .accept: "application/json",
      ], body: form.bytes, timeout: .seconds(30))
    let response: TransportResponse
    do {
      response = try await sendAgainIfLost(request)
    } catch {
      throw IdentityError(error)
    }
    return try Self.document(in: response)
  }

  private func sendAgainIfLost(
    _ request: TransportRequest
  ) async throws(TransportError) -> TransportResponse {
    do {
      return try await transport.send(request)
    } catch {
      guard error.code == .outcomeUnknown || error.code == .connectionLost else { throw error }
    }
    return try await transport.send(request)
  }

  /// A lifetime or an interval; some versions of the service send numbers as text.
  static func seconds(_ value: JSON?) -> Double? {
    (value?.int ?? value?.string.flatMap { Int($0) }).map(Double.init)
  }

  private static func document(in response: TransportResponse) throws(IdentityError) -> JSON {
    let status = response.head.status.code
    guard let document = try? JSON(parsing: response.body), document.object != nil else {
      throw IdentityError(code: status >= 500 ? .serverFailed : .malformedAnswer, status: status)
    }
    guard status == 200 else { throw IdentityError(refusal: document, status: status) }
    return document
  }
}
