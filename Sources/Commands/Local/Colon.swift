package import ArgumentParser
package import CommandKit

/// Does nothing with any words.
package struct Colon: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: ":", abstract: "Do nothing.")
  package static let effect = Effect.reads
  package static let examples = [Example("Do nothing", ": any words")]

  @Argument(
    parsing: .captureForPassthrough, help: ArgumentHelp("Passed over.", valueName: "text"))
  var words: [Word] = []

  package init() {}

  package static func plain(_ words: [Word]) -> Colon? {
    var command = Colon()
    command.words = words
    return command
  }

  package func run(in session: Session) async throws -> Reply<Note> {
    .silent
  }
}
