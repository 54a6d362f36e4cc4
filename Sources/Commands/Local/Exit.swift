package import ArgumentParser
package import CommandKit

/// Ends the session with a code.
package struct Exit: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "exit", abstract: "Leave the shell.")
  package static let effect = Effect.reads
  package static let operands = [Operand(\Self.code)]
  package static let examples = [Example("Leave with code 3", "if false; exit 3; end || true")]

  @Argument(help: ArgumentHelp("The code; 0 if left out.", valueName: "code"))
  var code: UInt8 = 0

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    throw ExitRequest(code: ExitCode(rawValue: Int32(code)))
  }
}
