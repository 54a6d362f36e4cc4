package import ArgumentParser
package import CommandKit
import Output

/// Clears the screen, as Ctrl-L does; nothing where no screen is, or where one is only appended to.
package struct Clear: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "clear", abstract: "Clear the screen.",
    discussion: """
      What was above stays in the terminal's own history. In a script, and where output is only \
      appended, it does nothing.
      """)
  package static let effect = Effect.reads
  package static let examples = [Example("Begin with an empty screen", "clear; team list")]

  package init() {}

  package static func plain(_ words: [Word]) -> Clear? { words.isEmpty ? Clear() : nil }

  package func run(in session: Session) async throws -> Reply<Note> {
    let output = session.call.io.output
    if output.isTerminal, !session.workspace.settings.isAccessible {
      try output.write("\u{1B}[H\u{1B}[2J")
    }
    return .silent
  }
}
