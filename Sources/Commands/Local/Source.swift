package import ArgumentParser
package import CommandKit

/// Runs the lines of a file in this session.
package struct Source: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "source", abstract: "Run a file of commands.")
  package static let effect = Effect.reads
  package static let operands = [Operand(\Self.file), Operand(\Self.arguments)]
  package static let examples = [
    Example("Run a script that is not there", "source missing.teamsh || true")
  ]

  @Flag(name: [.customShort("n"), .long], help: "Check the file and run nothing.")
  var noExecute = false

  @Argument(help: ArgumentHelp("The file.", valueName: "file"))
  var file: Word

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("What the file sees as $1, $2 and so on.", valueName: "argument"))
  var arguments: [Word] = []

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    guard let scripts = session.workspace.scripts else {
      throw CommandError(.unsupported("Scripts cannot be run here."))
    }
    let texts = arguments.map(\.text)
    if noExecute {
      try await scripts.check(file.text, arguments: texts.isEmpty ? nil : texts)
    } else {
      try await scripts.source(file.text, arguments: texts)
    }
    return .silent
  }
}
