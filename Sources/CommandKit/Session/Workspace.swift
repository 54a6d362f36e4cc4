import Cache
import Documents
package import Foundation
package import Graph
package import Identity
package import Logging
package import Output
package import Records
import Synchronization
package import Transport

/// What lasts from the first prompt to the last: who is signed in, where one stands, what was shown.
///
/// Every command gets a ``Session`` that looks into it. Its state is small values under one lock; what
/// takes time (signing in, filling the cache) happens outside of it.
package final class Workspace: Sendable {
  package let configuration: Configuration
  package let catalog: Catalog
  package let transport: any HTTPTransport
  package let journal: Journal
  /// Where sign-ins are kept that outlive this session.
  package let tokenStore: any TokenStore
  package let errors: any Sink
  package let logger: Logger
  package let now: @Sendable () -> Date
  /// What waits before a request is sent again.
  let clock: any Clock<Duration>
  /// What all clients of this session share, so that together they stay under Graph's limits.
  let pace: Pace?
  /// What counts the requests of this session.
  package let meter: GraphMeter
  let state: Mutex<State>

  struct State {
    var place = Place.nowhere
    var previousPlace: Place?
    var settings = Settings()
    var identities: [IdentityKind: SignedIn] = [:]
    var signedOut: Set<IdentityKind> = []
    var furtherScopes: [String] = []
    var unmetClaims: String?
    var caches: [IdentityKind: TenantCache] = [:]
    var shown = ShownRows()
    /// Objects that commands answered with, by the command's name.
    var documents: [String: [JSON]] = [:]
    var lastDocuments: [JSON] = []
    var assigned: Set<String> = []
    var last: SpecialVariable?
    /// What permissions were looked at for, as it was said then.
    var advised: Set<String> = []
    var questioner: (any Questioner)?
    var browser: (any Browser)?
    var notices: (any NoticeBoard)?
    var scripts: (any ScriptRunner)?
    var history: (any HistoryRecord)?
    var keys: (any KeyGuide)?
    var composer: (any LineComposer)?
    var pager: Pager?
    var jobs: (any JobControl)?
    var aliases = AliasList()
    var fillings: [Filling: Task<Void, Never>] = [:]
    var freshness = Freshness()
    var readings = ListReadings()
    var wanted: [ListName: Task<Void, Never>] = [:]
    var loading: Set<ListName> = []
    var namesWatcher: (@Sendable () -> Void)?
    var lastFailure: LastFailure?
    var contacts: ContactStore?
    /// The directory that knew the bot.
    var botDirectory: String?
  }

  package init(
    configuration: Configuration, catalog: Catalog, transport: any HTTPTransport,
    journal: Journal, tokenStore: any TokenStore, errors: any Sink, logger: Logger,
    now: @escaping @Sendable () -> Date = { Date() },
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.configuration = configuration
    self.catalog = catalog
    self.transport = transport
    self.journal = journal
    self.tokenStore = tokenStore
    self.errors = errors
    self.logger = logger
    self.now = now
    self.clock = clock
    meter = GraphMeter(clock: clock)
    pace = configuration.pace == .published ? Pace() : nil
    var state = State()
    state.furtherScopes = configuration.profile.furtherScopes
    state.settings.output = configuration.output
    state.settings.isAccessible = configuration.isAccessible
    self.state = Mutex(state)
  }

  /// A session of a job's own, which begins as another one stands: nothing that it changes goes back.
  init(forkOf outer: Workspace, errors: any Sink) {
    configuration = outer.configuration
    catalog = outer.catalog
    transport = outer.transport
    journal = outer.journal
    tokenStore = outer.tokenStore
    self.errors = errors
    logger = outer.logger
    now = outer.now
    clock = outer.clock
    meter = GraphMeter(clock: outer.clock, reportingTo: outer.meter)
    pace = outer.pace
    var state = outer.state.withLock { $0 }
    state.questioner = nil
    state.notices = nil
    state.scripts = nil
    state.jobs = nil
    state.pager = nil
    state.composer = nil
    state.wanted = [:]
    state.loading = []
    state.namesWatcher = nil
    state.fillings = [:]
    state.freshness = Freshness()
    self.state = Mutex(state)
  }

  package var place: Place { state.withLock { $0.place } }
  package var settings: Settings { state.withLock { $0.settings } }
  package var identities: [IdentityKind: SignedIn] { state.withLock { $0.identities } }
  package var questioner: (any Questioner)? { state.withLock { $0.questioner } }
  package var browser: (any Browser)? { state.withLock { $0.browser } }
  package var scripts: (any ScriptRunner)? { state.withLock { $0.scripts } }
  package var history: (any HistoryRecord)? { state.withLock { $0.history } }
  package var keys: (any KeyGuide)? { state.withLock { $0.keys } }
  package var composer: (any LineComposer)? { state.withLock { $0.composer } }
  package var pager: Pager? { state.withLock { $0.pager } }

  /// Moves somewhere else, and remembers the way back.
  package func move(to place: Place) {
    state.withLock { state in
      guard state.place != place else { return }
      state.previousPlace = state.place
      state.place = place
    }
  }

  /// Where one stood before the last move.
  package var previousPlace: Place? { state.withLock { $0.previousPlace } }

  /// Changes settings as one step, so that two changes at once are both kept.
  package func changeSettings(
    _ change: (inout Settings) throws(CommandError) -> Void
  ) throws(CommandError) {
    var settings = settings
    try change(&settings)
    state.withLock { [settings] in $0.settings = settings }
  }

  /// Hands over what commands act through and only the program around them can give.
  package func connect(
    questioner: (any Questioner)? = nil, notices: (any NoticeBoard)? = nil,
    scripts: (any ScriptRunner)? = nil, history: (any HistoryRecord)? = nil,
    browser: (any Browser)? = nil, keys: (any KeyGuide)? = nil, pager: Pager? = nil,
    composer: (any LineComposer)? = nil
  ) {
    state.withLock { state in
      if let questioner { state.questioner = questioner }
      if let notices { state.notices = notices }
      if let scripts { state.scripts = scripts }
      if let history { state.history = history }
      if let browser { state.browser = browser }
      if let keys { state.keys = keys }
      if let pager { state.pager = pager }
      if let composer { state.composer = composer }
    }
  }

  /// Says something on standard error at once, while a command runs.
  package func tell(_ text: String, on remarks: (any Sink)? = nil) {
    let sink = remarks ?? errors
    try? sink.write("\(sink.isTerminal ? HostileText.visibleLines(text) : text)\n")
  }

  /// Waits for a while, on the clock that everything here waits on.
  package func pause(_ duration: Duration) async throws {
    try await clock.sleep(for: duration)
  }

  /// Puts a reading of lists in the place of the one before it of the same occasion.
  func replace(_ filling: Filling, with task: Task<Void, Never>?) {
    let before = state.withLock { state in
      let before = state.fillings[filling]
      state.fillings[filling] = task
      return before
    }
    before?.cancel()
  }

  /// Shows news that no command waits for: above a half-typed line where there is one.
  package func notice(_ text: String) {
    if let board = state.withLock({ $0.notices }) {
      board.post(text)
    } else {
      tell(text)
    }
  }

  /// What row `%N` of the last list stands for.
  package func reference(row: Int) throws(CommandError) -> String {
    let references = state.withLock { $0.shown.references }
    guard references.indices.contains(row - 1) else {
      throw CommandError(.noSuchRow(row, rows: references.count))
    }
    return references[row - 1]
  }

  func remember(last: some Listed) {
    let value = SpecialVariable(text: last.reference, document: last.document)
    state.withLock { $0.last = value }
  }

  /// What `$last` stands for.
  package var last: SpecialVariable? { state.withLock { $0.last } }
}
