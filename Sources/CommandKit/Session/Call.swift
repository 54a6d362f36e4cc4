import Cache
package import Documents
import Graph
import Synchronization

/// How one command was called, and what it did so far.
package final class Call: Sendable {
  /// The command's name, as `channel create`.
  package let command: String
  package let effect: Effect
  package let permissions: Permissions
  package let io: CommandIO
  package let isDryRun: Bool
  package let assumesYes: Bool
  /// How the reply is to be shown.
  package let output: OutputOptions
  /// The value of `--as`.
  package let identity: IdentityKind?
  /// What Graph answered to the look-ups of this line.
  let answers: AnswerMemory
  private let progress = Mutex(Progress())

  private struct Progress {
    var plan: [PlannedRequest] = []
    var writes = 0
    var cached: [CacheRow] = []
    var avoidsCache = false
    var placeKind: PlaceKind?
    var occasions: Set<String> = []
    var line: ProgressLine?
    var refusedLookups: [(need: Permissions.Requirement, error: GraphError)] = []
    var openLookups = 0
    var advised: Set<String> = []
    var conclusion: CommandError?
  }

  /// A row of the cache that a name was resolved with.
  struct CacheRow: Sendable, Hashable {
    let kind: CacheKind
    let container: String?
    let id: String
  }

  package convenience init(
    command: String, effect: Effect, permissions: Permissions, io: CommandIO,
    isDryRun: Bool = false, assumesYes: Bool = false, output: OutputOptions? = nil,
    identity: IdentityKind? = nil
  ) {
    self.init(
      command: command, effect: effect, permissions: permissions, io: io, isDryRun: isDryRun,
      assumesYes: assumesYes, output: output, identity: identity, knowing: AnswerMemory())
  }

  /// One of several commands behind a line, which share what they were answered.
  init(
    command: String, effect: Effect, permissions: Permissions, io: CommandIO, isDryRun: Bool,
    assumesYes: Bool, output: OutputOptions?, identity: IdentityKind?,
    knowing answers: AnswerMemory
  ) {
    self.command = command
    self.effect = effect
    self.permissions = permissions
    self.io = io
    self.isDryRun = isDryRun
    self.assumesYes = assumesYes
    self.output = output ?? .none
    self.identity = identity
    self.answers = answers
  }

  /// The value of `--limit`.
  package var limit: Int? { output.limit }

  /// The requests that a dry run would have sent.
  package var plan: [PlannedRequest] { progress.withLock { $0.plan } }

  func plan(_ request: PlannedRequest) { progress.withLock { $0.plan.append(request) } }

  var hasWritten: Bool { progress.withLock { $0.writes > 0 } }
  func countWrite() { progress.withLock { $0.writes += 1 } }

  /// The kind of place the command turned out to work in.
  package var placeKind: PlaceKind? { progress.withLock { $0.placeKind } }

  /// Says in which kind of place the command works, which its permissions go by.
  package func work(in kind: PlaceKind) { progress.withLock { $0.placeKind = kind } }

  /// Says that something is done which needs permissions of its own, such as what an option asks for.
  package func meet(_ occasion: String) {
    progress.withLock { _ = $0.occasions.insert(occasion) }
  }

  /// What the command needs where it works, or else where one stands.
  func requirement(at place: PlaceKind) -> Permissions.Requirement? {
    let (kind, occasions) = progress.withLock { ($0.placeKind, $0.occasions) }
    return permissions.requirement(at: kind ?? place, on: occasions)
  }

  /// The line that shows how far the command is, while there is one.
  var progressLine: ProgressLine? { progress.withLock { $0.line } }
  func show(_ line: ProgressLine?) { progress.withLock { $0.line = line } }

  /// What the look-ups need that ended with this refusal; none where the command's own request was refused.
  func lookups(refusedBy error: GraphError) -> [Permissions.Requirement] {
    progress.withLock { $0.refusedLookups.filter { $0.error == error }.map(\.need) }
  }

  /// Whether a name is being looked up at Graph.
  var isLookingUp: Bool { progress.withLock { $0.openLookups > 0 } }

  /// Looks something up at Graph, whose permissions are the look-up's and not the command's.
  func lookingUp<Value>(
    _ need: Permissions.Requirement, _ body: () async throws -> Value
  ) async throws -> Value {
    progress.withLock { $0.openLookups += 1 }
    defer { progress.withLock { $0.openLookups -= 1 } }
    do {
      return try await body()
    } catch let error as GraphError where error.code == .forbidden {
      progress.withLock { $0.refusedLookups.append((need, error)) }
      throw error
    }
  }

  /// Notes what the command's warnings say is missing.
  ///
  /// - Returns: Whether any of it is new, and whether something was said before.
  func note(missing: [String]) -> (isNew: Bool, isFurther: Bool) {
    progress.withLock { progress in
      let isFurther = !progress.advised.isEmpty
      let isNew = !progress.advised.isSuperset(of: missing)
      progress.advised.formUnion(missing)
      return (isNew, isFurther)
    }
  }

  /// How the command ends although its whole reply is shown; `nil` for well.
  var conclusion: CommandError? { progress.withLock { $0.conclusion } }

  /// Lets the command fail once its reply is shown, as one does that reports faults.
  package func conclude(_ error: CommandError) { progress.withLock { $0.conclusion = error } }

  /// The rows of the cache that names were resolved with.
  var cachedRows: [CacheRow] { progress.withLock { $0.cached } }
  func used(_ row: CacheRow) { progress.withLock { $0.cached.append(row) } }

  /// Whether names are looked up at Graph only, as after a cached id turned out to be gone.
  var avoidsCache: Bool { progress.withLock { $0.avoidsCache } }
  func avoidCache() {
    answers.forget()
    progress.withLock { progress in
      progress.avoidsCache = true
      progress.cached = []
    }
  }
}

/// A write that a dry run shows instead of sending it.
package struct PlannedRequest: Sendable, Hashable {
  package let method: String
  package let target: String
  package let body: JSON?
  package let identity: IdentityKind
}
