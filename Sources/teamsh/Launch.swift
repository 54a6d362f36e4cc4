import CommandKit
import Commands
import Foundation
import Identity
import LineEditing
import Logging
import Output
import Records
import Scripting
import Shell
import Transport

/// One start of teamsh: the pieces, and what is done with them.
struct Launch: Sendable {
  let options: LaunchOptions
  let environment: [String: String]
  let console: Console

  /// Runs as the command line says, against the tenant that environment and profile name.
  func run() async throws -> ExitCode {
    try await run(makeWorkspace(environment), signedIn: false)
  }

  func makeWorkspace(_ environment: [String: String]) throws -> Workspace {
    let configuration = try Configuration(
      options: options.configuration, environment: environment)
    let errors = console.errors
    let trace = options.trace
    let workspace = Workspace(
      configuration: configuration, catalog: .teamsh,
      transport: CurlTransport(
        configuration: CurlConfiguration(environment: environment)),
      journal: Journal(path: configuration.files.journalFile), tokenStore: KernelKeyring(),
      errors: errors,
      logger: Logger(label: "teamsh") { _ in
        trace ? TraceHandler(sink: errors) as any LogHandler : SwiftLogNoOpLogHandler()
      })
    workspace.connect(
      browser: SystemBrowser(environment: environment, isRestricted: configuration.isRestricted))
    for warning in configuration.warnings {
      workspace.notice(Failure.sentence(warning, path: configuration.files.configFile))
    }
    return workspace
  }

  /// Does what the mode says; where somebody is signed in already, nobody has to be asked.
  func run(_ workspace: Workspace, signedIn: Bool) async throws -> ExitCode {
    let isTerminal = isatty(STDIN_FILENO) == 1
    let mode = LaunchMode(options, catalog: workspace.catalog, isTerminal: isTerminal)
    if case .interactive = mode {
      return try await InteractiveSession(launch: self, workspace: workspace)
        .run(signedIn: signedIn)
    }
    return await ScriptedSession(launch: self, workspace: workspace).run(mode)
  }

  /// An interpreter whose commands write to standard output.
  func interpreter(
    for workspace: Workspace, io: CommandIO, programs: ProgramStreams
  ) -> Interpreter {
    let interpreter = Interpreter(
      host: workspace, io: io, programs: programs, environment: environment,
      exitCode: { Failure($0).exitCode },
      report: { FailureReport(errors: $1.errors, workspace: workspace).show($0) })
    workspace.connect(scripts: interpreter)
    workspace.connect(jobs: interpreter.jobs)
    return interpreter
  }
}
