package import ArgumentParser
package import CommandKit

/// Prints its words, parted by spaces.
package struct Echo: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "echo", abstract: "Print words.")
  package static let effect = Effect.reads
  package static let examples = [
    Example("Print how the last statement ended", "echo \"status $?\"")
  ]

  @Argument(
    parsing: .captureForPassthrough, help: ArgumentHelp("The words.", valueName: "text"))
  var words: [Word] = []

  package init() {}

  package static func plain(_ words: [Word]) -> Echo? {
    var command = Echo()
    command.words = words
    return command
  }

  package func run(in session: Session) async throws -> Reply<Note> {
    .text(words.map(\.text).joined(separator: " ") + "\n")
  }
}
