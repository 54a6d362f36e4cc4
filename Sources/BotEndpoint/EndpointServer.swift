package import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
package import Logging
import NIOCore
import NIOSSL
package import Records
package import Transport

/// Takes the bot's activities in over HTTP or HTTPS, and puts them into the inbox of a data folder.
package struct EndpointServer: Sendable {
  private let configuration: EndpointConfiguration
  private let lock: EndpointLock
  private let inbox: Inbox
  private let logger: Logger
  private let gate: TokenGate
  private let server: HTTPServerBuilder
  private let now: @Sendable () -> Date

  /// Whether a damaged inbox was moved aside to begin a new one.
  package let foundDamagedInbox: Bool

  /// Takes the folder; serving begins with ``run(untilSignalled:onReady:)``.
  ///
  /// - Throws: ``EndpointError``, and ``RecordsError`` where nothing can be stored.
  package init(
    _ configuration: EndpointConfiguration, transport: any HTTPTransport, logger: Logger,
    now: @escaping @Sendable () -> Date = { Date() }
  ) throws {
    guard let lock = try EndpointLock.take(in: configuration.folder) else {
      throw EndpointError.alreadyRunning(folder: configuration.folder)
    }
    self.lock = lock
    self.configuration = configuration
    self.logger = logger
    self.now = now
    server = try Self.server(configuration)
    (inbox, foundDamagedInbox) = try Inbox.open(
      at: configuration.inboxFile, setsDamagedAside: true)
    gate = TokenGate(
      rules: configuration.rules,
      keys: KeyDirectory(metadata: configuration.metadata, transport: transport, now: now),
      now: now)
  }

  /// Serves until the task is cancelled; what was acknowledged is stored by then.
  ///
  /// - Parameters:
  ///   - untilSignalled: Whether SIGTERM and SIGINT end it too; for a process of its own.
  ///   - onReady: Called once, when requests are answered.
  /// - Throws: ``EndpointError`` where it cannot listen, and what `onReady` throws.
  package func run(
    untilSignalled: Bool = false,
    onReady: @escaping @Sendable (EndpointStatus) async throws -> Void
  ) async throws {
    let tally = Tally(
      EndpointStatus(
        url: url(port: configuration.port), port: configuration.port,
        botID: configuration.rules.botID, startedAt: now()),
      inbox: inbox, logger: logger, now: now)
    let intake = Intake(inbox)
    async let writing: Void = intake.run()
    do {
      try await serve(tally, intake, untilSignalled: untilSignalled, onReady: onReady)
    } catch {
      intake.close()
      await writing
      throw failure(error)
    }
    intake.close()
    await writing
    tally.write(isEnd: true)
  }

  private func serve(
    _ tally: Tally, _ intake: Intake, untilSignalled: Bool,
    onReady: @escaping @Sendable (EndpointStatus) async throws -> Void
  ) async throws {
    let (ports, listening) = AsyncStream.makeStream(of: Int.self)
    let application = application(tally, intake) { port in
      listening.yield(port)
      listening.finish()
    }
    try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask {
        defer { listening.finish() }
        if untilSignalled {
          try await application.runService()
        } else {
          try await application.run()
        }
        return true
      }
      group.addTask {
        for await port in ports { try await onReady(tally.begin(url: url(port: port), port: port)) }
        return false
      }
      group.addTask {
        await tally.run()
        return false
      }
      defer { group.cancelAll() }
      while let isOver = try await group.next(), !isOver {}
    }
  }

  private func application(
    _ tally: Tally, _ intake: Intake, onListening: @escaping @Sendable (Int) -> Void
  ) -> Application<EndpointResponder> {
    Application(
      responder: EndpointResponder(
        gate: gate, intake: intake, occupancy: Occupancy(most: configuration.limits.activities),
        tally: tally, limits: configuration.limits, now: now),
      server: server,
      configuration: .init(
        address: .hostname(configuration.host, port: configuration.port),
        availableConnectionsDelegate: .maximum(configuration.limits.connections, logger: .silent)),
      onServerRunning: { channel in
        onListening(channel.localAddress?.port ?? configuration.port)
      },
      logger: .silent)
  }

  private func url(port: Int) -> String {
    let host = configuration.host.contains(":") ? "[\(configuration.host)]" : configuration.host
    return "\(configuration.certificate == nil ? "http" : "https")://\(host):\(port)"
  }

  private static func server(_ configuration: EndpointConfiguration) throws -> HTTPServerBuilder {
    let limits = configuration.limits
    let plain = HTTPServerBuilder.http1(
      configuration: .init(
        additionalChannelHandlers: [ConnectionTimer(limits: limits)],
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100)))
    guard let certificate = configuration.certificate else { return plain }
    do {
      var tls = TLSConfiguration.makeServerConfiguration(
        certificateChain: try NIOSSLCertificate.fromPEMFile(certificate.file).map {
          .certificate($0)
        },
        privateKey: .privateKey(try NIOSSLPrivateKey(file: certificate.keyFile, format: .pem)))
      tls.minimumTLSVersion = .tlsv12
      tls.applicationProtocols = ["http/1.1"]
      // Whether key and certificate belong together shows when they are put to use.
      _ = try NIOSSLContext(configuration: tls)
      return try .tls(plain, tlsConfiguration: tls)
    } catch {
      throw EndpointError.certificateRefused(reason: "\(error)")
    }
  }

  private func failure(_ error: any Error) -> any Error {
    guard let error = error as? IOError else { return error }
    let (host, port) = (configuration.host, configuration.port)
    guard error.errnoCode != EADDRINUSE else {
      return EndpointError.portTaken(host: host, port: port)
    }
    let reason = NSError(domain: NSPOSIXErrorDomain, code: Int(error.errnoCode))
    return EndpointError.cannotListen(
      host: host, port: port, reason: reason.localizedDescription)
  }
}

extension Logger {
  /// The server below tells of every broken connection; what matters of them is counted.
  fileprivate static var silent: Logger {
    Logger(label: "teamsh-bot") { _ in SwiftLogNoOpLogHandler() }
  }
}
