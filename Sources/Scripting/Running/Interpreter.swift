package import CommandKit
import SystemPackage

/// Runs lines and scripts in one session: its variables, its place in files, its last status.
///
/// One text runs at a time; a command may run a further one through ``source(_:arguments:)``. Cancelling
/// the task that runs a text ends the command, the program and every file, with ``ScriptError/Code/interrupted``.
/// The process must ignore the signal of a closed pipe, or a program that has seen enough would end it.
package actor Interpreter {
  let host: any ScriptHost
  let executor: any CommandExecutor
  let special: any VariableSource
  let programRunner: ProgramRunner
  let judge: @Sendable (any Error) -> ExitCode
  let report: @Sendable (ScriptError, any ScriptHost) async -> Void
  let io: CommandIO
  let programs: ProgramStreams
  /// What runs in the background.
  package nonisolated let jobs: JobTable
  /// Whether this one runs there itself.
  let isJob: Bool

  /// The variables that were assigned.
  package internal(set) var variables: [String: String] = [:]
  /// What `$?` stands for.
  package internal(set) var lastStatus = ExitCode.done
  /// What `$!` stands for.
  var lastJob: Int?
  /// Whether a script goes on after a failed statement; it then ends with exit code 9.
  package var keepsGoing = false

  var frames: [Frame] = []
  var failures: [ScriptError] = []

  /// Files that include files more deeply than this are refused.
  static let deepest = 32

  /// Makes an interpreter without variables.
  ///
  /// - Parameters:
  ///   - host: The session; the interpreter knows no command by name.
  ///   - io: Where commands write, outside redirections.
  ///   - programs: Whether programs have the terminal.
  ///   - environment: What programs inherit, beside the variables; never an access token.
  ///   - hiddenEnvironment: Further environment variables that hold secrets.
  ///   - exitCode: The code of an error that a command threw.
  ///   - report: Shows a failure that stops nothing: before `||`, or when the script keeps going.
  package init(
    host: any ScriptHost, io: CommandIO, programs: ProgramStreams, environment: [String: String],
    hiddenEnvironment: Set<String> = [],
    exitCode: @escaping @Sendable (any Error) -> ExitCode,
    report: @escaping @Sendable (ScriptError, any ScriptHost) async -> Void
  ) {
    self.host = host
    executor = host.executor
    special = host.variables
    self.io = io
    self.programs = programs
    let hidden = hiddenEnvironment.union(["TEAMSH_ACCESS_TOKEN"])
    programRunner = ProgramRunner(environment: environment.filter { !hidden.contains($0.key) })
    judge = exitCode
    self.report = report
    jobs = JobTable()
    isJob = false
  }

  /// Makes the interpreter of a job.
  init(_ beginning: Beginning, host: any ScriptHost, io: CommandIO) {
    self.host = host
    executor = host.executor
    special = host.variables
    self.io = io
    programs = .captured
    isJob = true
    programRunner = beginning.programRunner
    judge = beginning.judge
    report = beginning.report
    jobs = beginning.jobs
    variables = beginning.variables
    lastStatus = beginning.lastStatus
    lastJob = beginning.lastJob
    frames = beginning.frames
  }

  /// Says whether a script goes on behind a failed statement.
  package func setKeepsGoing(_ keepsGoing: Bool) {
    self.keepsGoing = keepsGoing
  }
}

extension Interpreter {
  /// Runs a typed line, the text of `-c`, or a script that came without a file.
  ///
  /// - Parameters:
  ///   - text: One or more whole statements.
  ///   - name: What errors call the text; `nil` for a line typed at the prompt.
  ///   - arguments: `$1`, `$2`, …
  /// - Throws: ``ScriptError``, or ``ExitRequest`` when the text asked to end the session.
  package func run(_ text: String, name: String? = nil, arguments: [String] = []) async throws {
    try await runOutermost {
      try await self.run(
        SourceText(text, name: name), arguments: arguments, folder: nil, io: self.io)
    }
  }

  /// Runs a script file; a path is relative to the current folder.
  package func runFile(_ path: String, arguments: [String] = []) async throws {
    try await runOutermost { try await self.runFile(path, arguments) }
  }

  /// Runs a text with nothing around it, and says at its end whether any statement failed.
  func runOutermost(_ body: () async throws -> Void) async throws {
    failures = []
    do {
      try await body()
    } catch {
      lastStatus = exitCode(of: error)
      throw error
    }
    if let last = failures.last {
      lastStatus = .partly
      throw ScriptError(
        code: .partlyFailed(failures: failures.count), location: last.location)
    }
  }

  private func run(
    _ source: SourceText, arguments: [String], folder: String?, io: CommandIO
  ) async throws {
    try await run(
      Frame(
        source: source, arguments: arguments.map { Word($0, isLiteral: true) }, folder: folder,
        callSite: callSite, io: io, programs: frames.last?.programs ?? programs,
        keepsGoing: frames.last?.keepsGoing ?? keepsGoing)
    ) {
      // What a script runs is told for its own statements, and not for those around them again.
      let isTimed = frames.count == 1 || source.name != nil
      try await self.run(try self.parsed(source).body, timer: isTimed ? host.timer : nil)
    }
  }

  /// The statement that runs now, as what a further text is run by.
  var callSite: ScriptLocation? { frames.last.map { $0.source.location($0.statement) } }

  /// Does something with another text around it.
  func run(_ frame: Frame, _ body: () async throws -> Void) async throws {
    frames.append(frame)
    defer { frames.removeLast() }
    try await body()
  }

  /// A text as statements, or where in which files it cannot be understood.
  func parsed(_ source: SourceText) throws(ScriptError) -> Script {
    do throws(ScriptError) {
      return try Script(parsing: source, integration: host.integrationNames)
    } catch {
      throw failure(error.code, at: error.location)
    }
  }
}

extension Interpreter: ScriptRunner {
  package func source(_ path: String, arguments: [String]) async throws {
    try refuse(file: path)
    try await runFile(path, arguments)
  }

  private func runFile(_ path: String, _ arguments: [String]) async throws {
    guard frames.count <= Self.deepest else { throw failure(.tooDeep(limit: Self.deepest)) }
    let file = self.file(path)
    var io = frames.last?.io ?? io
    io.isInteractive = false
    let text = try scriptText(of: file)
    try await run(
      SourceText(text, name: file), arguments: arguments,
      folder: file.lastIndex(of: "/").map { String(file[...$0]) }, io: io)
  }

  /// The path of a file that the running one names.
  func file(_ path: String) -> String {
    let isRelative = !path.hasPrefix("/")
    return frames.last?.folder.flatMap { isRelative ? $0 + path : nil } ?? path
  }

  func scriptText(of file: String) throws(ScriptError) -> String {
    let text: String?
    do throws(Errno) {
      text = try ScriptFile.text(of: file)
    } catch {
      throw failure(.unreadable(path: file, reason: error.description))
    }
    guard let text else { throw failure(.notText(path: file)) }
    return text
  }
}
