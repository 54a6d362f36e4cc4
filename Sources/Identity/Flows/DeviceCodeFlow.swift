internal import Documents
package import FoundationEssentials
package import Transport

/// Signs a person in who types a short code into a browser, on this machine or another.
package struct DeviceCodeFlow: Sendable {
  private let clientID: String
  private let clock: any Clock<Duration>
  private let endpoint: TokenEndpoint

  package init(
    authority: Authority, clientID: String, transport: any HTTPTransport,
    clock: any Clock<Duration> = ContinuousClock(), now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.clientID = clientID
    self.clock = clock
    endpoint = TokenEndpoint(authority: authority, transport: transport, now: now)
  }

  /// Gets a code to show to the person.
  package func begin(scopes: [String]) async throws(IdentityError) -> DeviceAuthorization {
    let form = FormBody([
      "client_id": clientID, "scope": endpoint.authority.requestScope(scopes),
    ])
    let document = try await endpoint.post(form, to: endpoint.authority.deviceCodeEndpoint)
    guard let deviceCode = document["device_code"]?.string,
      let userCode = document["user_code"]?.string,
      let address = (document["verification_uri"] ?? document["verification_url"])?.string
    else { throw IdentityError(code: .malformedAnswer) }
    return DeviceAuthorization(
      userCode: userCode, verificationAddress: address, message: document["message"]?.string,
      lifetime: .seconds(TokenEndpoint.seconds(document["expires_in"]) ?? 1800),
      interval: .seconds(max(1, TokenEndpoint.seconds(document["interval"]) ?? 5)),
      deviceCode: Secret(deviceCode))
  }

  /// Asks again and again until the person has decided, or the code has expired.
  ///
  /// - Parameters:
  ///   - authorization: The code that was shown.
  ///   - claims: What a challenge asked of the token, as JSON.
  /// - Returns: The tokens of whoever entered the code.
  /// - Throws: ``IdentityError`` where nobody did, or where the person said no.
  package func wait(
    for authorization: DeviceAuthorization, meeting claims: String? = nil
  ) async throws(IdentityError) -> TokenGrant {
    try await poll(authorization, meeting: claims, on: clock)
  }

  /// Asks at once, since whoever showed the code may have had it approved already; then at the interval,
  /// with longer pauses after `slow_down` and a lost answer, as RFC 8628 §3.5 asks.
  private func poll<C: Clock<Duration>>(
    _ authorization: DeviceAuthorization, meeting claims: String?, on clock: C
  ) async throws(IdentityError) -> TokenGrant {
    let form = FormBody([
      "grant_type": "urn:ietf:params:oauth:grant-type:device_code",
      "client_id": clientID,
      "device_code": authorization.deviceCode.reveal(),
    ])
    let deadline = clock.now.advanced(by: authorization.lifetime)
    var interval = authorization.interval
    while true {
      do {
        return try await endpoint.grant(form, meeting: claims)
      } catch {
        switch Reaction(to: error) {
        case .keepAsking: break
        case .slowDown: interval += .seconds(5)
        case .giveUp: throw error
        }
      }
      let next = clock.now.advanced(by: interval)
      guard next <= deadline else { throw IdentityError(code: .expiredCode) }
      do {
        try await clock.sleep(until: next, tolerance: nil)
      } catch {
        throw IdentityError(code: .cancelled)
      }
    }
  }

  private enum Reaction {
    case keepAsking, slowDown, giveUp

    init(to error: IdentityError) {
      switch error.code {
      case .authorizationPending:
        self = .keepAsking
      case .askedTooOften, .serverFailed:
        self = .slowDown
      case .transport:
        switch error.underlying?.code {
        case .timedOut, .connectionLost, .outcomeUnknown: self = .slowDown
        default: self = .giveUp
        }
      default:
        self = .giveUp
      }
    }
  }
}
