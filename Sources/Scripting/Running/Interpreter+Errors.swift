import CommandKit
import Output

extension Interpreter {
  var currentFrame: Frame {
    guard let frame = frames.last else {
      preconditionFailure("Statements run in the frame of the text that holds them.")
    }
    return frame
  }

  /// A failure of the statement that runs now, or of a part of it.
  func failure(
    _ code: ScriptError.Code, at range: Range<Int>? = nil, underlying: (any Error)? = nil
  ) -> ScriptError {
    let place = frames.last.map { $0.source.location(range ?? $0.statement) }
    return failure(code, at: place ?? .nowhere, underlying: underlying)
  }

  /// A failure with the files that led to it.
  func failure(
    _ code: ScriptError.Code, at location: ScriptLocation, underlying: (any Error)? = nil
  ) -> ScriptError {
    ScriptError(
      code: code, location: location, includes: includes, underlying: underlying)
  }

  /// The statements that led to the running text; of a typed line only where it called an alias.
  private var includes: [ScriptLocation] {
    frames.reversed().compactMap { frame in
      frame.callSite.flatMap { $0.source != nil || frame.isAlias ? $0 : nil }
    }
  }

  /// What a command threw, with the place of the word that it names.
  func located(_ error: any Error, in words: Expansion) -> any Error {
    guard let typed = (error as? CommandError)?.typed, let range = words.range(of: typed) else {
      return located(error)
    }
    return ScriptError(
      code: .commandFailed, location: currentFrame.source.location(range), includes: includes,
      underlying: error, isPointed: true)
  }

  /// What a command threw, with its place; what has one already, and the wish to exit, stay as they are.
  func located(_ error: any Error, as code: ScriptError.Code = .commandFailed) -> any Error {
    switch error {
    case is ScriptError, is ExitRequest: error
    case is CancellationError: failure(.interrupted)
    case _ where Task.isCancelled: failure(.interrupted)
    default: failure(code, underlying: error)
    }
  }

  /// The code of what a statement, a file or a session ended with.
  nonisolated func exitCode(of error: any Error) -> ExitCode {
    switch error {
    case let request as ExitRequest: request.code
    case let error as ScriptError: error.exitCode ?? error.underlying.map(judge) ?? .failed
    default: judge(error)
    }
  }

  /// Shows a failure that the script goes on after, and counts it.
  func collect(_ error: ScriptError) async {
    failures.append(error)
    await report(error, host)
  }

  /// Whether neither `||` nor `if` nor keeping going may hide an error: Ctrl-C, and an output that nobody reads.
  func endsEverything(_ error: ScriptError) -> Bool {
    if error.code == .interrupted || Task.isCancelled { return true }
    switch error.underlying {
    case let nested as ScriptError: return endsEverything(nested)
    case let sink as SinkError: return sink.code == .closedPipe
    default: return false
    }
  }
}

extension ScriptLocation {
  /// The place of a failure before anything ran.
  fileprivate static let nowhere = ScriptLocation(
    source: nil, line: 1, column: 1, length: 1, lineText: "")
}
