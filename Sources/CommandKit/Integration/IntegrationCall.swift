package import Documents
import Graph
import Output

/// One call of an integration command: its arguments, and the way to teamsh's own commands.
package struct IntegrationCall: Sendable {
  package let arguments: IntegrationArguments
  package let isDryRun: Bool
  package let isAtTerminal: Bool
  package let workspace: Workspace
  private let runner: CommandRunner
  private let io: CommandIO
  /// The identity that was asked for with `--as`.
  package let identity: IdentityKind?
  private let plans: PlanList
  /// What the commands behind this call were answered: no name is looked up twice.
  private let answers = AnswerMemory()

  init(
    arguments: IntegrationArguments, options: IntegrationOptions, runner: CommandRunner,
    io: CommandIO, plans: PlanList
  ) {
    self.arguments = arguments
    self.runner = runner
    self.plans = plans
    workspace = runner.workspace
    isDryRun = options.write.dryRun
    identity = options.identity.as ?? io.defaults?.identity
    isAtTerminal = io.output.isTerminal
    self.io = io
  }

  /// Runs a command of teamsh, and takes its reply instead of showing it.
  ///
  /// What came from an argument is a value among the words, whatever it looks like.
  ///
  /// - Parameters:
  ///   - words: The command.
  ///   - identity: Who does it, unless `--as` says so.
  ///   - input: What stands for its standard input.
  ///   - isTrial: Whether nothing is written, so that a fault shows before another command writes.
  /// - Returns: The reply; that of a trial has what it would write in its plan.
  /// - Throws: Whatever the command throws.
  package func teamsh(
    _ words: [Word], as identity: IdentityKind? = nil, input: CommandInput? = nil,
    isTrial: Bool = false
  ) async throws -> CapturedReply {
    var io = io
    if let input { io.input = input }
    let wishes = CommandRunner.CaptureWishes(
      isDryRun: isDryRun || isTrial, identity: self.identity ?? identity, io: io,
      answers: answers)
    do {
      let reply = try await runner.capture(words, wishes)
      if !isTrial { plans.add(reply.plan) }
      return reply
    } catch let error as CommandError {
      guard case .identityMissing(let needed, let held, _) = error.code else { throw error }
      throw CommandError(.identityMissing(needed: needed, held: held, command: arguments.command))
    }
  }

  /// Says in a dry run what a trial would have written.
  package func plan(_ requests: some Sequence<PlannedRequest>) { plans.add(Array(requests)) }

  /// Looks people up by what they are called, in as few round trips as one of them would take.
  ///
  /// - Returns: Each in its place, or that nobody matches.
  package func find(people names: [String]) async throws -> [Result<Named, CommandError>] {
    let call = Call(
      command: arguments.command, effect: .reads, permissions: PersonReference.permissions, io: io,
      isDryRun: false, assumesYes: true, output: nil, identity: identity, knowing: answers)
    let session = Session(workspace: workspace, call: call)
    do {
      return try await session.search(
        for: names.map { PersonReference(Word($0, isLiteral: true)) }, for: .write
      ).map { $0.map(\.named) }
    } catch let error as GraphError where error.code == .forbidden {
      throw session.permissionFailure(error)
    }
  }

  /// Says something beside the output.
  package func warn(_ text: String) {
    workspace.tell(text, on: io.remarks ?? workspace.errors)
  }

  /// A fault of this call.
  package func fault(_ code: IntegrationFault.Code) -> IntegrationFault { arguments.fault(code) }
}

/// What a command of teamsh replied, for another command to read.
package struct CapturedReply: Sendable {
  /// The objects, as Graph sent them.
  package internal(set) var documents: [JSON] = []
  /// The words that point at them.
  package internal(set) var references: [String] = []
  /// What it said that it did.
  package internal(set) var sentence: String?
  /// Where the rest of a list begins; `nil` for a list that is whole.
  package internal(set) var nextLink: String?
  /// What a dry run would have sent.
  package internal(set) var plan: [PlannedRequest] = []

  /// The first object; `null` for none.
  package var document: JSON { documents.first ?? .null }
}
