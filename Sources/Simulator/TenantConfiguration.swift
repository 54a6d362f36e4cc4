package import Foundation

/// How a tenant is made and served.
package struct TenantConfiguration: Sendable {
  /// The port on the loopback interface; 0 takes a free one.
  package var port: Int
  /// Whether it is served over HTTPS, and HTTP/2 for those who ask, with a certificate of its own.
  package var usesTLS: Bool
  /// The file that keeps the tenant between runs; nil keeps it in memory.
  package var dataFile: String?
  package var people: Int
  package var teams: Int
  /// About how many channel messages there are; half of them in the general channel of
  /// Contoso IT.
  package var messages: Int
  package var seed: UInt64
  /// How long every answer of Graph is held back.
  package var latency: Duration
  /// For how many milliseconds new teams and groups do not answer yet, and operations go on.
  package var settle: Int
  /// Whether Graph's published limits are kept, with 429 above them.
  package var isThrottled: Bool
  /// The file with the rules by which requests go wrong.
  package var faultFile: String?
  /// The file that gets one JSON line for each request.
  package var recordFile: String?
  /// How long a client waits between two questions for the outcome of a device code, in seconds.
  package var pollingInterval: Int
  /// The cloud that the tenant's documents and tokens name.
  package var cloud: TenantCloud
  /// A PEM file whose certificate is registered for both apps, beside those of earlier starts.
  package var clientCertificate: String?
  /// Where the bot listens for what happens in Teams.
  package var botEndpoint: String?
  /// Whether the bot is registered for this tenant alone.
  package var isBotSingleTenant: Bool
  package var now: @Sendable () -> Date

  /// Whether activities can be sent to an address: it is one of HTTP or HTTPS on this machine.
  package static func canReach(_ address: String) -> Bool { Webhook(address) != nil }

  package init(
    port: Int = 0, usesTLS: Bool = false, dataFile: String? = nil, people: Int = 200,
    teams: Int = 24,
    messages: Int = 2000, seed: UInt64 = 1, latency: Duration = .zero, settle: Int = 0,
    isThrottled: Bool = false, faultFile: String? = nil, recordFile: String? = nil,
    pollingInterval: Int = 5, cloud: TenantCloud = .global, clientCertificate: String? = nil,
    botEndpoint: String? = nil, isBotSingleTenant: Bool = false,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.port = port
    self.usesTLS = usesTLS
    self.dataFile = dataFile
    self.people = people
    self.teams = teams
    self.messages = messages
    self.seed = seed
    self.latency = latency
    self.settle = settle
    self.isThrottled = isThrottled
    self.faultFile = faultFile
    self.recordFile = recordFile
    self.pollingInterval = pollingInterval
    self.cloud = cloud
    self.clientCertificate = clientCertificate
    self.botEndpoint = botEndpoint
    self.isBotSingleTenant = isBotSingleTenant
    self.now = now
  }
}
