/// Why a request brought no answer.
package struct TransportError: Error, Sendable, Hashable {
  /// What went wrong, as far as it decides what to do next.
  package enum Code: Sendable, Hashable, CaseIterable {
    /// Neither `https`, nor `http` to this machine; nothing was sent.
    case unsupportedURL
    case nameNotResolved
    case connectFailed
    /// The server's certificate is not signed by anyone that this machine trusts, or is not the server's.
    case untrustedCertificate
    case proxyFailed
    case timedOut
    /// The connection broke; sending the request again does no harm.
    case connectionLost
    /// A request that must not be repeated left, and its answer was lost.
    case outcomeUnknown
    case tooLarge
    case malformedAnswer
    case cancelled
    /// The library underneath cannot work here, as without memory or file descriptors.
    case unavailable
  }

  package let code: Code
  /// The server that was meant, with its port where the URL names one.
  package let host: String
  /// The library's own words, to be shown and never to be decided on.
  package let detail: String
  /// Whether the server may have seen the request: false only where that is certain.
  package let mayHaveArrived: Bool

  package init(code: Code, host: String, detail: String, mayHaveArrived: Bool = false) {
    self.code = code
    self.host = host
    self.detail = detail
    self.mayHaveArrived = mayHaveArrived
  }
}
