package import Transport

/// Why there is no token.
package struct IdentityError: Error, Sendable, Hashable {
  /// What went wrong, as far as it decides what to do next.
  package enum Code: Sendable, Hashable, CaseIterable {
    /// The login service knows no such tenant.
    case unknownTenant
    /// The app is not known there, is no public client, or its secret is wrong or expired.
    case invalidClient
    /// The person said no.
    case declined
    /// The person has not decided yet; only while a device code is waited for.
    case authorizationPending
    /// The service wants longer pauses; only while a device code is waited for.
    case askedTooOften
    /// Nobody confirmed the device code in time.
    case expiredCode
    /// Nobody finished the sign-in in the browser in time.
    case browserTimedOut
    /// The answer belongs to another sign-in than the one that was begun, or to none.
    case foreignAnswer
    /// What was pasted is neither an address with a code nor a code.
    case codeMissing
    /// No port of this machine could be listened on.
    case listenerFailed
    /// The app may not have these permissions until someone consents.
    case consentRequired
    /// The service knows no such permissions.
    case scopeUnknown
    /// A person must be asked again: a second factor, a new password, a policy.
    case interactionRequired
    /// A policy of the tenant refuses this sign-in, and a person at the keyboard cannot meet it.
    case policyRefused
    /// The remembered sign-in is too old, or was revoked.
    case refreshExpired
    case notSignedIn
    /// The token that was handed to the program has expired, and nothing can renew it.
    case readyTokenExpired
    /// The token that was handed to the program was refused, and nothing can replace it.
    case readyTokenRefused
    /// The login service refused the request for another reason, which its description names.
    case requestRefused
    /// The file of an app's certificate holds no key.
    case keyMissing
    /// The key is protected by a passphrase.
    case keyEncrypted
    /// The key cannot be read, or is no RSA key.
    case keyUnusable
    /// The file holds a key, but no certificate that belongs to it.
    case certificateMissing
    /// The answer was cut short, or was not what a login service sends.
    case malformedAnswer
    /// The login service is out of order, or asks for patience.
    case serverFailed
    /// The login service was not reached, or its answer was lost.
    case transport
    case cancelled
  }

  package let code: Code
  /// The number in `AADSTS70016`, by which administrators look causes up.
  package let aadsts: Int?
  /// The service's own sentence, without the trace ids and times behind it.
  package let description: String?
  /// The claims that a person must meet at the next sign-in, as the service sent them.
  package let claims: String?
  /// The status of the answer, where one came.
  package let status: Int?
  package let underlying: TransportError?

  /// Whether the directory that was asked does not know the app (AADSTS700016).
  package var isUnknownApp: Bool { code == .invalidClient && aadsts == 700_016 }

  package init(
    code: Code, aadsts: Int? = nil, description: String? = nil, claims: String? = nil,
    status: Int? = nil, underlying: TransportError? = nil
  ) {
    self.code = code
    self.aadsts = aadsts
    self.description = description
    self.claims = claims
    self.status = status
    self.underlying = underlying
  }

  /// A lost, refused or cancelled exchange with the login service.
  package init(_ error: TransportError) {
    self.init(code: error.code == .cancelled ? .cancelled : .transport, underlying: error)
  }
}
