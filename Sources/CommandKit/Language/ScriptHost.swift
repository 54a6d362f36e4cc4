package import Output

/// The session that a script runs in, as the language sees it.
package protocol ScriptHost: Sendable {
  /// Runs and checks the commands.
  var executor: any CommandExecutor { get }

  /// Answers for `$me`, `$team`, `$last` and their like.
  var variables: any VariableSource { get }

  var settings: Settings { get }

  /// Whether programs, files to write and files elsewhere are refused.
  var isRestricted: Bool { get }

  /// Where failures and remarks go.
  var errors: any Sink { get }

  /// Tells how long statements took, where somebody wants to know.
  var timer: (any StatementTimer)? { get }

  /// The names whose arguments are read as the integration's.
  var integrationNames: IntegrationNames { get }

  /// What an alias stands for.
  func alias(named name: String) -> Alias?

  /// A session of a job's own: it begins as this one stands now, and what it changes stays its own.
  func fork(errors: any Sink) -> any ScriptHost

  /// Hands over what `source` acts through.
  func connect(runner: any ScriptRunner)
}
