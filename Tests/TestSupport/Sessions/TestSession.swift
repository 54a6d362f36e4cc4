package import CommandKit
package import Output
package import Transport

import Commands
package import Foundation
package import Identity
import Logging
import Records
import Scripting
import Shell
import Testing

/// One session as a test sets it up: what it is not given fails the test when it is used.
///
/// Without a transport every request fails the test, and without a questioner every question does. The
/// home is a temporary folder, and output and errors are kept.
package final class TestSession: Sendable {
  package let workspace: Workspace
  package let output: BufferSink
  package let errors: WatchedSink
  package let home: TemporaryHome
  private let interpreter: Interpreter

  /// What surrounds a session.
  package struct Surroundings: Sendable {
    /// Environment variables beside the home.
    package var environment: [String: String] = [:]
    package var options = Configuration.Options()
    /// What the standard input holds.
    package var input = ""
    package var isInteractive = false
    /// Whether the output is a terminal.
    package var isTerminal = false
    package var columns = 80
    /// Where sign-ins are remembered.
    package var tokenStore: any TokenStore = MemoryTokenStore()
    /// What opens sign-in pages; without one nothing does.
    package var browser: (any Browser)?
    /// Whether errors go to a terminal.
    package var areErrorsSeen = false
    package var now: @Sendable () -> Date = { Date() }
    /// What waits before a request is sent again.
    package var clock: any Clock<Duration> = ContinuousClock()

    package init() {}
  }

  package init(
    transport: any HTTPTransport = ScriptedTransport(),
    questioner: ScriptedQuestioner = ScriptedQuestioner(),
    home: TemporaryHome? = nil, _ change: (inout Surroundings) -> Void = { _ in }
  ) throws {
    Console.ignoreClosedPipes()
    var surroundings = Surroundings()
    change(&surroundings)
    self.home = try home ?? TemporaryHome()
    output = BufferSink(isTerminal: surroundings.isTerminal, columns: surroundings.columns)
    errors = WatchedSink(isTerminal: surroundings.areErrorsSeen)
    var environment = Self.environment.merging(surroundings.environment) { $1 }
    environment["TEAMSH_HOME"] = self.home.path
    let configuration = try Configuration(options: surroundings.options, environment: environment)
    workspace = Workspace(
      configuration: configuration, catalog: .teamsh, transport: transport,
      journal: Journal(path: configuration.files.journalFile),
      tokenStore: surroundings.tokenStore, errors: errors,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, now: surroundings.now,
      clock: surroundings.clock)
    let input = Array(surroundings.input.utf8)
    interpreter = Interpreter(
      host: workspace,
      io: CommandIO(
        output: output, input: .bytes(input), isInteractive: surroundings.isInteractive),
      programs: .captured, environment: ["PATH": "/usr/bin:/bin"],
      exitCode: { Failure($0).exitCode },
      report: { [workspace] in FailureReport(errors: $1.errors, workspace: workspace).show($0) })
    workspace.connect(
      questioner: questioner, scripts: WeakRunner(interpreter), browser: surroundings.browser)
    workspace.connect(jobs: interpreter.jobs)
  }

  private static let environment = [
    "TEAMSH_GRAPH_URL": "https://graph.example", "TEAMSH_LOGIN_URL": "https://login.example",
    "TEAMSH_TENANT": "contoso.com", "TEAMSH_CLIENT_ID": "client", "TEAMSH_PACE": "off",
  ]
}

extension TestSession {
  /// Runs a line as typed at the prompt, shows its failure as the shell does, and gives its code.
  @discardableResult
  package func run(_ line: String) async -> ExitCode {
    await outcome { try await self.interpreter.run(line) }
  }

  /// Runs a script file.
  @discardableResult
  package func runFile(_ path: String, _ arguments: String...) async -> ExitCode {
    await outcome {
      try await self.interpreter.runFile(path, arguments: arguments)
      try await self.interpreter.finishJobs()
    }
  }

  private func outcome(_ body: () async throws -> Void) async -> ExitCode {
    do {
      try await body()
      return .done
    } catch let request as ExitRequest {
      return request.code
    } catch {
      return FailureReport(errors: errors, workspace: workspace).show(error)
    }
  }

  /// Runs a line that must succeed, and gives what it alone wrote.
  package func result(of line: String) async throws -> String {
    let before = output.bytes.count
    let code = await run(line)
    guard code == .done else { throw Unsuccessful(line: line, code: code, errors: errors.text) }
    return String(decoding: output.bytes.dropFirst(before), as: UTF8.self)
  }

  /// A line that should have succeeded.
  package struct Unsuccessful: Error, CustomStringConvertible {
    let line: String
    let code: ExitCode
    let errors: String

    package var description: String { "\(line) ended with \(code.rawValue): \(errors)" }
  }
}

extension TestSession {
  /// Signs in with a token that nobody checks.
  package func signIn(_ token: Secret) throws {
    let provider = StaticTokenProvider(
      token: token, host: try workspace.configuration.authority().graphHost)
    let claims = TokenClaims(reading: token)
    workspace.signIn(
      SignedIn(kind: claims.isApp ? .app : .person, tokens: provider, claims: claims))
  }
}
