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
    if let silent = Self.innermost(error) as? SilentFailure { return silent.code }
    let failure = Failure(error)
    workspace?.remember(failure, of: error)
    if failure.exitCode == .closedOutput { return failure.exitCode }
    let text = errors.isTerminal ? HostileText.visibleLines(failure.text) : failure.text
    try? errors.write("\(text)\n")
    return failure.exitCode
  }

  /// The words for what failed; `nil` for a failure that has none.
  static func words(for error: any Error) -> String? {
    if innermost(error) is SilentFailure { return nil }
    let failure = Failure(error)
    return failure.exitCode == .closedOutput ? nil : failure.text
  }

  private static func innermost(_ error: any Error) -> any Error {
    var innermost = error
    while let script = innermost as? ScriptError, let underlying = script.underlying {
      innermost = underlying
    }
    return innermost
  }
}
