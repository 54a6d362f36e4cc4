package import CommandKit
package import Output

/// Shows a failure on standard error, in the words of the one table.
package struct FailureReport: Sendable {
  private let errors: any Sink
  private let workspace: Workspace?

  /// - Parameters:
  ///   - errors: Where failures are shown.
  ///   - workspace: The session that remembers the last of them; none before there is one.
  package init(errors: any Sink, workspace: Workspace? = nil) {
    self.errors = errors
    self.workspace = workspace
  }

  /// Shows what failed and says the code that goes with it; failures without words stay silent.
  @discardableResult
  package func show(_ error: any Error) -> ExitCode {
    var innermost = error
    while let script = innermost as? ScriptError, let underlying = script.underlying {
      innermost = underlying
    }
    if let silent = innermost as? SilentFailure { return silent.code }
    let failure = Failure(error)
    workspace?.remember(failure, of: error)
    if failure.exitCode == .closedOutput { return failure.exitCode }
    let text = errors.isTerminal ? HostileText.visibleLines(failure.text) : failure.text
    try? errors.write("\(text)\n")
    return failure.exitCode
  }
}
