import Foundation
import GRDB

/// The company: its facts, and everything that changes, in one database.
final class Tenant: Sendable {
  let profile: TenantProfile
  let database: any DatabaseWriter
  let signingKey: SigningKey
  /// For how many milliseconds new things do not answer yet.
  let settle: Int
  let cloud: TenantCloud
  /// When the app's secret stops being good: two years after the tenant was first opened.
  let secretExpiresAt: Instant
  /// What moves the tenant's clock away from the machine's.
  let clockShift: ClockShift
  /// Says that something was written, of which somebody may want to hear.
  let noticeSignals: AsyncStream<Void>
  /// The same for the bot.
  let botSignals: AsyncStream<Void>
  private let signal: AsyncStream<Void>.Continuation
  private let botSignal: AsyncStream<Void>.Continuation
  private let clock: @Sendable () -> Date

  /// Opens the tenant in the configuration's file, or makes it.
  ///
  /// A file that already holds a tenant keeps its company; size and seed are then not read.
  init(
    _ configuration: TenantConfiguration, signingKey: SigningKey? = nil, clockShift: ClockShift
  ) async throws {
    let certificate = try configuration.clientCertificate.map(ClientCertificate.init(file:))
    let database: any DatabaseWriter
    let clock = configuration.now
    var options = Configuration()
    options.prepareDatabase { db in
      db.add(
        function: DatabaseFunction("clock", argumentCount: 0) { _ in
          Instant(clock()).advanced(seconds: clockShift.seconds).milliseconds
        })
    }
    if let file = configuration.dataFile {
      options.busyMode = .timeout(5)
      options.prepareDatabase { db in try db.execute(sql: "PRAGMA synchronous = NORMAL") }
      database = try DatabasePool(path: file, configuration: options)
    } else {
      database = try DatabaseQueue(configuration: options)
    }
    try Schema.migrate(database)
    profile = try await database.write { db in
      if let stored = try TenantProfile.stored(db) { return stored }
      var company = Company(configuration)
      try company.found(db)
      return company.profile
    }
    try await database.write { [profile] db in
      try BotSettings.register(
        db, profile.bot, endpoint: configuration.botEndpoint,
        isSingleTenant: configuration.isBotSingleTenant)
      try ChangeLog.watch(db)
      try Notice.watch(db)
      try BotEvent.watch(db)
    }
    secretExpiresAt = try await database.write { db in
      let expiry = Instant(clock()).advanced(seconds: 730 * 86_400).milliseconds
      return Instant(
        milliseconds: try TenantProfile.fact(db, "secretExpiresAt", otherwise: expiry))
    }
    self.database = database
    if let signingKey {
      self.signingKey = signingKey
    } else {
      self.signingKey = try await SigningKey.stored(in: database)
    }
    (noticeSignals, signal) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    (botSignals, botSignal) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    self.clock = clock
    self.clockShift = clockShift
    settle = configuration.settle
    cloud = configuration.cloud
    if let certificate {
      let clients = [profile.clientID, profile.bot.id]
      try await database.write { db in
        for client in clients { try certificate.register(db, client: client) }
      }
    }
  }

  var now: Instant { Instant(clock()).advanced(seconds: clockShift.seconds) }

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    try await database.read(body)
  }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    let effect = Effect.current
    let value = try await database.write { db in
      let before = db.totalChangesCount
      let value = try body(db)
      effect?.note(db.totalChangesCount - before)
      return value
    }
    signal.yield()
    botSignal.yield()
    return value
  }
}
