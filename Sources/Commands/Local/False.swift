package import ArgumentParser
package import CommandKit

/// Does nothing, and fails with code 1.
package struct False: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "false", abstract: "Fail with code 1.")
  package static let effect = Effect.reads
  package static let examples = [
    Example("Take the other branch", "if false; echo no; else; echo yes; end")
  ]

  package init() {}

  package static func plain(_ words: [Word]) -> False? { words.isEmpty ? False() : nil }

  package func run(in session: Session) async throws -> Reply<Note> {
    throw SilentFailure()
  }
}
