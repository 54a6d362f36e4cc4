/// Runs another file's statements in the session that is running: what `source` acts through.
package protocol ScriptRunner: Sendable {
  /// Runs a file to its end, with its output where the calling command's output goes.
  ///
  /// - Parameters:
  ///   - path: The file; a relative path starts at the folder of the file that is running.
  ///   - arguments: The file's `$1`, `$2`, …
  /// - Throws: ``ScriptError`` for what failed, ``ExitRequest`` when the file asked to end everything.
  func source(_ path: String, arguments: [String]) async throws

  /// Looks through a file and those that it includes, and shows what would fail for sure; nothing runs.
  ///
  /// - Parameters:
  ///   - path: The file, found as by ``source(_:arguments:)``.
  ///   - arguments: The file's `$1`, `$2`, …; `nil` when it may be given any.
  /// - Throws: ``CommandError`` with `scriptFaults` when something was found.
  func check(_ path: String, arguments: [String]?) async throws

  /// Looks whether a text is one that can be run.
  func understand(_ text: String, name: String) async throws(ScriptError)
}

/// The wish to end the session, thrown by `exit`; no failure, and not caught by `||`.
package struct ExitRequest: Error, Sendable, Hashable {
  package let code: ExitCode

  package init(code: ExitCode) {
    self.code = code
  }
}

/// A failure that has nothing to say but its code, thrown by `false`.
package struct SilentFailure: Error, Sendable, Hashable {
  package let code: ExitCode

  package init(code: ExitCode = .failed) {
    self.code = code
  }
}
