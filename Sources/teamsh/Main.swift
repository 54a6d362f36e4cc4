import ArgumentParser
import CommandKit
import Commands
import Foundation
import Output
import Shell

/// Reads the command line, builds the pieces, and hands them over.
@main
struct Main {
  static func main() async {
    Console.holdClosedStreams()
    Console.ignoreClosedPipes()
    let environment = ProcessInfo.processInfo.environment
    let console = Console(environment: environment)
    let options: LaunchOptions
    do {
      options = try LaunchOptions(Array(CommandLine.arguments.dropFirst()))
    } catch {
      let isFailure = LaunchGrammar.exitCode(for: error) != .success
      let sink = isFailure ? console.errors : console.output
      try? sink.write(LaunchGrammar.fullMessage(for: error) + "\n")
      exit(isFailure ? CommandKit.ExitCode.usage.rawValue : 0)
    }
    let launch = Launch(options: options, environment: environment, console: console)
    let code: CommandKit.ExitCode
    do {
      code = try await options.rest.first == LaunchOptions.demoWord ? launch.demo() : launch.run()
    } catch {
      code = FailureReport(errors: console.errors).show(error)
    }
    // Not `exit`: it takes libraries apart in which threads may still be at work, TLS below all. Nothing
    // is left to write out, since no stream of the C library is written to.
    _exit(code.rawValue)
  }
}
