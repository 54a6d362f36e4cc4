package import CommandKit
import Output

extension Interpreter {
  /// Sends a chain into the background: it begins with what is now, and nothing that it changes comes back.
  func start(_ chain: Chain) throws(ScriptError) {
    let frame = currentFrame
    let output = JobOutput(like: frame.io.output)
    let errors = JobOutput()
    let host = host.fork(errors: errors)
    var frames = frames
    let io = CommandIO(output: output, format: frame.io.format)
    frames[frames.count - 1].io = io
    frames[frames.count - 1].programs = .captured
    let job = Interpreter(
      Beginning(
        programRunner: programRunner, judge: judge, report: report, jobs: jobs,
        variables: variables, lastStatus: lastStatus, lastJob: lastJob, frames: frames),
      host: host, io: io)
    host.connect(runner: WeakRunner(job))
    let text = SecretShapes.starred(Self.oneLine(frame.source.text(chain.range)))
    let number = jobs.start(text, output: output, errors: errors) {
      job.exitCode(of: $0)
    } run: {
      try await job.run(job: chain)
    }
    guard let number else { throw failure(.tooManyJobs(limit: JobTable.most)) }
    lastJob = number
    if frame.io.isInteractive { try? self.host.errors.write("[\(number)] running  \(text)\n") }
  }

  func run(job chain: Chain) async throws {
    try await runOutermost { try await self.run(chain) }
  }

  /// Waits for every job of a script, and shows in order what each printed.
  ///
  /// - Throws: What the first job that failed did; the others are reported. Ctrl-C ends all of them.
  package func finishJobs() async throws {
    var first: (any Error)?
    for job in jobs.jobs {
      await jobs.wait(for: job.number)
      if Task.isCancelled {
        await jobs.endAll()
        throw failure(.interrupted)
      }
      switch try jobs.collect(job.number, output: io.output, errors: host.errors) {
      case nil: continue
      case let failure as CommandError where failure.code == .jobEnded(job.number): continue
      case let failure? where first == nil: first = failure
      case let failure as ScriptError: await report(failure, host)
      default: continue
      }
    }
    if let first { throw first }
  }

  /// A statement of several lines by its first one.
  private static func oneLine(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    guard lines.count > 1, let first = lines.first else { return text }
    return "\(first) …"
  }
}

extension Interpreter {
  /// What a job takes over from the interpreter that starts it.
  struct Beginning: Sendable {
    let programRunner: ProgramRunner
    let judge: @Sendable (any Error) -> ExitCode
    let report: @Sendable (ScriptError, any ScriptHost) async -> Void
    let jobs: JobTable
    let variables: [String: String]
    let lastStatus: ExitCode
    let lastJob: Int?
    let frames: [Frame]
  }
}

/// Runs files without keeping the interpreter, which keeps the session that would keep it.
package struct WeakRunner: ScriptRunner {
  private weak let interpreter: Interpreter?

  package init(_ interpreter: Interpreter) {
    self.interpreter = interpreter
  }

  package func source(_ path: String, arguments: [String]) async throws {
    try await interpreter?.source(path, arguments: arguments)
  }

  package func check(_ path: String, arguments: [String]?) async throws {
    try await interpreter?.check(path, arguments: arguments)
  }

  package func understand(_ text: String, name: String) async throws(ScriptError) {
    try await interpreter?.understand(text, name: name)
  }
}
