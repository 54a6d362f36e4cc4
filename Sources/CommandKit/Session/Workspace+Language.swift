package import Output
import Synchronization

extension Workspace: ScriptHost {
  package var executor: any CommandExecutor { CommandRunner(workspace: self) }
  package var variables: any VariableSource { self }
  package var timer: (any StatementTimer)? { self }
  package var integrationNames: IntegrationNames { catalog.integrationNames }
  package var isRestricted: Bool { configuration.isRestricted }

  package func alias(named name: String) -> Alias? { state.withLock { $0.aliases[name] } }

  /// The aliases of this session.
  package var aliases: [Alias] { state.withLock { $0.aliases.all } }

  /// Keeps an alias; one that would hide a command is refused.
  package func define(_ alias: Alias) throws(CommandError) {
    var aliases = state.withLock { $0.aliases }
    try aliases.define(alias, isTaken: catalog.knows)
    state.withLock { [aliases] in $0.aliases = aliases }
  }

  /// Forgets an alias.
  package func removeAlias(_ name: String) throws(CommandError) {
    var aliases = state.withLock { $0.aliases }
    try aliases.remove(name)
    state.withLock { [aliases] in $0.aliases = aliases }
  }

  package func connect(runner: any ScriptRunner) { connect(scripts: runner) }

  /// A job shares who is signed in, the connections and the pace, and asks nobody.
  package func fork(errors: any Sink) -> any ScriptHost {
    Workspace(forkOf: self, errors: errors)
  }

  /// The jobs of this session; `nil` where none can be started.
  package var jobs: (any JobControl)? { state.withLock { $0.jobs } }

  /// Hands over what `jobs`, `wait`, `kill` and `fg` act through.
  package func connect(jobs: any JobControl) { state.withLock { $0.jobs = jobs } }
}
