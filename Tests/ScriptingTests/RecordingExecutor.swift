import CommandKit
import Documents
import Output
import Scripting
import Synchronization

/// Plays the commands, and remembers what it was asked.
final class RecordingExecutor: CommandExecutor {
  private let state = Mutex(State())

  private struct State {
    var commands: [[Word]] = []
    var formats: [OutputFormat?] = []
    var interactivity: [Bool] = []
    var refusedWrites = 0
    var runner: (any ScriptRunner)?
    var onHang: (@Sendable () -> Void)?
  }

  var commands: [[Word]] { state.withLock { $0.commands } }
  var lines: [String] { commands.map { $0.map(\.text).joined(separator: " ") } }
  var formats: [OutputFormat?] { state.withLock { $0.formats } }
  var interactivity: [Bool] { state.withLock { $0.interactivity } }
  var refusedWrites: Int { state.withLock { $0.refusedWrites } }

  func use(_ runner: any ScriptRunner) { state.withLock { $0.runner = runner } }
  func whenHanging(_ call: @escaping @Sendable () -> Void) { state.withLock { $0.onHang = call } }

  /// Refuses `bad`, and a word `--bad`.
  func check(_ words: [CheckedWord]) throws {
    if words.first == .known("bad") {
      throw CommandError(.unknownCommand("bad", nearest: ["good"]))
    }
    if words.contains(.known("--bad")) {
      throw CommandError(.unknownOption(command: "x", option: "--bad", nearest: []))
    }
  }

  func execute(_ words: [Word], io: CommandIO) async throws {
    state.withLock {
      $0.commands.append(words)
      $0.formats.append(io.format)
      $0.interactivity.append(io.isInteractive)
    }
    let arguments = words.dropFirst().map(\.text)
    switch words[0].text {
    case "echo": try io.output.write(arguments.joined(separator: " ") + "\n")
    case "lines": for argument in arguments { try io.output.write(argument + "\n") }
    case "read": try io.output.write(bytes: await io.input.bytes())
    case "fail": throw Refusal(code: ExitCode(rawValue: arguments.first.flatMap(Int32.init) ?? 1))
    case "print-and-fail":
      try io.output.write("half")
      throw Refusal(code: .failed)
    case "false": throw SilentFailure()
    case "miss": throw CommandError(.notFound(.team, arguments[0], nearest: []))
    case "exit":
      throw ExitRequest(code: ExitCode(rawValue: arguments.first.flatMap(Int32.init) ?? 0))
    case "source":
      try await state.withLock { $0.runner }?.source(
        arguments[0], arguments: Array(arguments.dropFirst()))
    case "endless": try endless(io.output)
    case "hang": try await hang()
    default: break
    }
  }

  private func endless(_ output: any Sink) throws {
    do {
      while true { try output.write("line\n") }
    } catch {
      state.withLock { $0.refusedWrites += 1 }
      throw error
    }
  }

  /// Waits for the end of a stream that nobody ends.
  private func hang() async throws {
    let (stream, continuation) = AsyncStream<Void>.makeStream()
    state.withLock { $0.onHang }?()
    for await _ in stream {}
    continuation.finish()
    throw CancellationError()
  }
}

/// A failure with a code of its choice.
struct Refusal: Error, Equatable {
  let code: ExitCode
}

/// A session without a tenant.
final class ScriptedHost: ScriptHost {
  let executor: any CommandExecutor
  let variables: any VariableSource
  let errors: any Sink
  let isRestricted: Bool
  let integrationNames: IntegrationNames
  var timer: (any StatementTimer)? { nil }
  private let state: Mutex<(settings: Settings, aliases: [String: String])>

  init(
    executor: any CommandExecutor, variables: any VariableSource, errors: any Sink,
    aliases: [String: String] = [:], settings: Settings = Settings(), isRestricted: Bool = false,
    integrationNames: IntegrationNames = .none
  ) {
    self.executor = executor
    self.variables = variables
    self.errors = errors
    self.isRestricted = isRestricted
    self.integrationNames = integrationNames
    state = Mutex((settings, aliases))
  }

  var settings: Settings { state.withLock { $0.settings } }

  func alias(named name: String) -> Alias? {
    state.withLock { $0.aliases[name].map { Alias(name: name, text: $0) } }
  }

  func fork(errors: any Sink) -> any ScriptHost {
    let (settings, aliases) = state.withLock { $0 }
    return ScriptedHost(
      executor: executor, variables: variables, errors: errors, aliases: aliases,
      settings: settings, isRestricted: isRestricted, integrationNames: integrationNames)
  }

  func connect(runner: any ScriptRunner) {}
}

/// A session that stands in a team.
struct FixedVariables: VariableSource {
  var values: [String: SpecialVariable] = [:]

  func value(of name: String) async -> SpecialVariable? { values[name] }
}

/// An interpreter with everything around it in memory.
struct ScriptSession {
  let executor = RecordingExecutor()
  let output = BufferSink()
  let errors = BufferSink()
  let interpreter: Interpreter
  private let reported = Reports()

  /// The failures that were shown although the script went on.
  var reports: [ScriptError] { reported.all.withLock { $0 } }

  private final class Reports: Sendable {
    let all = Mutex<[ScriptError]>([])
  }

  init(
    variables: [String: SpecialVariable] = [:], programs: ProgramStreams = .captured,
    environment: [String: String] = [:], hiddenEnvironment: Set<String> = [],
    isInteractive: Bool = false, aliases: [String: String] = [:],
    settings: Settings = Settings(), isRestricted: Bool = false
  ) {
    Console.ignoreClosedPipes()
    interpreter = Interpreter(
      host: ScriptedHost(
        executor: executor, variables: FixedVariables(values: variables), errors: errors,
        aliases: aliases, settings: settings, isRestricted: isRestricted),
      io: CommandIO(output: output, isInteractive: isInteractive), programs: programs,
      environment: environment, hiddenEnvironment: hiddenEnvironment
    ) { error in
      switch error {
      case let refusal as Refusal: refusal.code
      case let silent as SilentFailure: silent.code
      default: .failed
      }
    } report: { [reported] error, _ in
      reported.all.withLock { $0.append(error) }
    }
    executor.use(interpreter)
  }

  /// Runs a text and hands back what it failed with.
  func failure(of text: String, name: String? = nil, arguments: [String] = []) async -> ScriptError?
  {
    do {
      try await interpreter.run(text, name: name, arguments: arguments)
      return nil
    } catch {
      return error as? ScriptError
    }
  }

  /// Runs a text and hands back everything that it printed.
  func print(_ text: String, arguments: [String] = []) async throws -> String {
    try await interpreter.run(text, arguments: arguments)
    return output.text
  }
}
