import NIOCore

/// Where an endpoint listens, for which bot, and whom it believes.
package struct EndpointConfiguration: Sendable {
  /// A PEM certificate with its chain, and its key.
  package struct Certificate: Sendable, Hashable {
    package let file: String
    package let keyFile: String

    package init(file: String, keyFile: String) {
      self.file = file
      self.keyFile = keyFile
    }
  }

  /// Where the lock lies; the inbox lies in it too.
  package var folder: String
  package var inboxFile: String { "\(folder)/inbox.sqlite" }
  package var rules: TokenRules
  /// The address of the connector's OpenID metadata, which names its keys.
  package var metadata = "https://login.botframework.com/v1/.well-known/openidconfiguration"
  package var host = "127.0.0.1"
  /// 0 takes a free one.
  package var port = 3978
  package var certificate: Certificate?
  var limits = EndpointLimits()

  package init(folder: String, rules: TokenRules) {
    self.folder = folder
    self.rules = rules
  }
}

/// What one sender may take of the endpoint.
struct EndpointLimits: Sendable {
  /// The largest body in bytes; Teams' own limit for a message lies at 100 KB.
  var largestBody = 256 * 1024
  /// For a handshake and a request's head.
  var head = TimeAmount.seconds(10)
  var body = TimeAmount.seconds(10)
  /// How long a connection may rest between two requests; a proxy keeps them for a minute.
  var rest = TimeAmount.seconds(75)
  /// How long what is still sent is thrown away after an early answer.
  var leaving = TimeAmount.milliseconds(500)
  /// How many activities are taken in at once.
  var activities = 256
  var connections = 1024
}
