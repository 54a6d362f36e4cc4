import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import HummingbirdHTTP2
package import Logging
import NIOCore

/// Serves one tenant over HTTP or HTTPS on the loopback interface.
///
/// Any number of them can run in one process; each has its own port and its own state.
package struct TenantServer: Sendable {
  private let application: Application<TenantResponder>
  private let addresses: AsyncStream<TenantAddress>
  private let authority: AuthorityFile?
  let tenant: Tenant
  /// What goes wrong, where there are rules for it.
  let faults: FaultDesk?

  /// Makes the tenant, which for a large company takes seconds; serving begins with ``run(onReady:)``.
  ///
  /// - Throws: ``FaultFileError`` at once when the rules are not right.
  package init(_ configuration: TenantConfiguration, logger: Logger = .silent) async throws {
    try await self.init(configuration, signingKey: nil, logger: logger)
  }

  init(
    _ configuration: TenantConfiguration, signingKey: SigningKey?, logger: Logger = .silent
  ) async throws {
    // What was written by hand is read first: a mistake in it is told before a company is made.
    let clockShift = ClockShift()
    let faults = try configuration.faultFile.map { try FaultDesk(path: $0, clock: clockShift) }
    let tenant = try await Tenant(
      configuration, signingKey: signingKey, clockShift: clockShift)
    let identity = configuration.usesTLS ? try ServerIdentity() : nil
    let authority = try identity.map { try AuthorityFile($0.authority) }
    let record = try configuration.recordFile.map(Record.init(path:))
    let responder = TenantResponder(
      scheme: identity == nil ? "http" : "https",
      graph: GraphDesk(
        tenant: tenant, routes: RouteTable(GraphRoutes.all, silent: GraphRoutes.silent),
        faults: faults, throttle: configuration.throttle, record: record),
      storage: StorageDesk(tenant: tenant),
      connector: ConnectorDesk(
        tenant: tenant, faults: faults, throttle: configuration.connectorThrottle),
      teams: TeamsDesk(tenant: tenant),
      desk: SignInDesk(tenant: tenant, pollingInterval: configuration.pollingInterval),
      latency: configuration.latency)
    let (addresses, continuation) = AsyncStream.makeStream(of: TenantAddress.self)
    application = Application(
      responder: responder,
      server: try Self.server(identity, clock: tenant.clockShift),
      configuration: .init(address: .hostname("127.0.0.1", port: configuration.port)),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? configuration.port
        continuation.yield(
          TenantAddress(port: port, profile: tenant.profile, caFile: authority?.path))
        continuation.finish()
      },
      logger: logger)
    self.addresses = addresses
    self.authority = authority
    self.tenant = tenant
    self.faults = faults
  }

  private static func server(
    _ identity: ServerIdentity?, clock: ClockShift
  ) throws -> HTTPServerBuilder {
    let stream = HTTP1Channel.Configuration(additionalChannelHandlers: [DateShift(clock)])
    guard let identity else { return .http1(configuration: stream) }
    return try .http2Upgrade(
      tlsConfiguration: identity.configuration,
      configuration: .init(streamConfiguration: stream))
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameters:
  ///   - untilSignalled: Whether SIGTERM and SIGINT end it too; for a process of its own.
  ///   - onReady: Called once, when requests are answered.
  /// - Throws: What the system says of a port that is taken, and what `onReady` throws.
  package func run(
    untilSignalled: Bool = false,
    onReady: @escaping @Sendable (TenantAddress) async throws -> Void
  ) async throws {
    defer { authority?.remove() }
    // It is cancelled, and waited for, when this function ends.
    async let _: Void = Courier(tenant: tenant).run()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        if untilSignalled {
          try await application.runService()
        } else {
          try await application.run()
        }
      }
      group.addTask {
        for await address in addresses {
          try await onReady(address)
          await BotCourier(tenant: tenant, serviceURL: address.bot).run()
        }
      }
      // The server ends by a signal, the other task never by itself.
      try await group.next()
      group.cancelAll()
      try await group.waitForAll()
    }
  }

  /// The application without its socket, for tests of the answers alone.
  var unserved: Application<TenantResponder> { application }
}

extension TenantConfiguration {
  /// The gate of the published limits, where they are kept.
  fileprivate var throttle: Throttle? {
    guard isThrottled else { return nil }
    return Throttle(people: people) { [now] in .seconds(now().timeIntervalSinceReferenceDate) }
  }

  fileprivate var connectorThrottle: ConnectorThrottle? {
    guard isThrottled else { return nil }
    return ConnectorThrottle { [now] in .seconds(now().timeIntervalSinceReferenceDate) }
  }
}

extension Logger {
  /// A logger that says nothing.
  package static var silent: Logger {
    Logger(label: "teamsh-tenant") { _ in SwiftLogNoOpLogHandler() }
  }
}
