package import Documents
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
  package func teamsh(
    _ words: [Word], as identity: IdentityKind? = nil
  ) async throws -> CapturedReply {
    let wishes = CommandRunner.CaptureWishes(
      isDryRun: isDryRun, identity: self.identity ?? identity, io: io)
    let reply = try await runner.capture(words, wishes)
    plans.add(reply.plan)
    return reply
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
  var plan: [PlannedRequest] = []

  /// The first object; `null` for none.
  package var document: JSON { documents.first ?? .null }
}
