import BotEndpoint
import CommandKit
import Documents
import HTTPTypes
import Logging
import Output
package import Records
package import Simulator
import Transport
package import Turns

/// A company whose bot listens in this process, and handles what comes.
///
/// What people do goes the way that it goes in earnest: over the tenant's own page to its connector, signed
/// to the endpoint, into the inbox, and from there to the turns.
package struct LiveBot: Sendable {
  package let tenant: SimulatedTenant
  /// The data folder that the endpoint shares with every session of ``session()``.
  package let home: TemporaryHome
  package let store: IncidentStore
  package let inbox: Inbox
  /// What handles the inbox; it runs by itself unless the bot was served without.
  package let turns: TurnLoop
  /// The session that the bot works in, as the endpoint's process has one.
  package let own: TestSession

  /// Serves a fresh company with a bot that listens, while the body runs.
  ///
  /// - Parameters:
  ///   - profile: Further lines of the profile that the bot and all sessions have.
  ///   - handles: Whether what arrives is handled by itself; otherwise it lies in the inbox until
  ///     ``turns`` is told to.
  ///   - configure: Changes how the tenant is served.
  ///   - body: What is done with it.
  /// - Returns: What the body gives.
  /// - Throws: What the body throws, and what keeps the endpoint from being served.
  package static func serve<Value: Sendable>(
    profile: [String] = [], handles: Bool = true,
    configure: (inout TenantConfiguration) -> Void = { _ in },
    _ body: (LiveBot) async throws -> Value
  ) async throws -> Value {
    try await SimulatedTenant.serve(configure) { tenant in
      let home = try tenant.botHome(profile)
      let own = try tenant.session(home: home)
      let server = try EndpointServer(
        endpoint(of: tenant, folder: own.workspace.configuration.files.data),
        transport: tenant.address.connection(), logger: .quiet)
      return try await withThrowingTaskGroup(of: Void.self) { group in
        let (statuses, ready) = AsyncStream.makeStream(of: EndpointStatus.self)
        group.addTask {
          defer { ready.finish() }
          try await server.run { ready.yield($0) }
        }
        defer { group.cancelAll() }
        var iterator = statuses.makeAsyncIterator()
        guard let status = await iterator.next() else {
          try await group.next()
          throw CancellationError()
        }
        let bot = try LiveBot(tenant, home, own)
        try await bot.register("\(status.url)/api/messages")
        if handles { group.addTask { await bot.turns.run() } }
        return try await body(bot)
      }
    }
  }

  private init(_ tenant: SimulatedTenant, _ home: TemporaryHome, _ own: TestSession) throws {
    self.tenant = tenant
    self.home = home
    self.own = own
    let workspace = own.workspace
    store = try workspace.incidents()
    inbox = try Inbox.open(at: "\(workspace.configuration.files.data)/inbox.sqlite").inbox
    turns = TurnLoop(workspace: workspace, inbox: inbox, store: store, logger: .quiet)
  }

  private static func endpoint(
    of tenant: SimulatedTenant, folder: String
  ) -> EndpointConfiguration {
    var endpoint = EndpointConfiguration(
      folder: folder, rules: TokenRules(botID: tenant.address.botID))
    endpoint.metadata = "\(tenant.address.login)/v1/.well-known/openidconfiguration"
    endpoint.port = 0
    return endpoint
  }

  /// A session of the same home, at which the administrator is signed in.
  package func session(
    _ change: (inout TestSession.Surroundings) -> Void = { _ in }
  ) async throws -> TestSession {
    let session = try tenant.session(home: home, change)
    try await tenant.signIn(session)
    return session
  }
}

extension LiveBot {
  /// What did not come true in the time that it has.
  package struct NotSeen: Error, CustomStringConvertible {
    package let what: String

    package var description: String { "\(what) was not seen in time." }
  }

  /// Looks again and again until there is something to see.
  ///
  /// - Parameters:
  ///   - what: What is looked for, for the error.
  ///   - limit: How long; a loaded machine takes its time.
  ///   - look: Gives `nil` for not yet.
  /// - Returns: What was seen.
  /// - Throws: ``NotSeen``, and what the look throws.
  package func wait<Value>(
    for what: String, within limit: Duration = .seconds(30), _ look: () async throws -> Value?
  ) async throws -> Value {
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end {
      if let seen = try await look() { return seen }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw NotSeen(what: what)
  }

  /// Waits until everything that people did has arrived and was handled.
  package func settle() async throws {
    _ = try await wait(for: "An inbox that is done with") { () -> Bool? in
      let waiting = try await teams(.get, "bot")["waiting"]?.int
      let unhandled = try inbox.counts().unhandled
      return waiting == 0 && unhandled == 0 ? true : nil
    }
  }

  /// Handles one activity, or handles it again, as after the end of a process in the middle of it.
  package func handle(_ activity: ReceivedActivity) async throws {
    let workspace = own.workspace
    let call = Call(
      command: "bot", effect: .changes, permissions: .none,
      io: CommandIO(output: BufferSink(), isInteractive: false))
    let session = Session(workspace: workspace, call: call)
    let turn = Turn(activity, bot: try await session.asBot(), session: session, store: store)
    try await turn.run()
  }

  /// The activities that have arrived, oldest first.
  package func arrived() throws -> [ReceivedActivity] { try inbox.activities(after: 0) }
}

extension Logger {
  fileprivate static var quiet: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}
