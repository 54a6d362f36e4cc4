package import ArgumentParser
package import CommandKit

/// Does nothing, and succeeds.
package struct True: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "true", abstract: "Succeed.")
  package static let effect = Effect.reads
  package static let examples = [Example("Go on behind a failure", "false || true")]

  package init() {}

  package static func plain(_ words: [Word]) -> True? { words.isEmpty ? True() : nil }

  package func run(in session: Session) async throws -> Reply<Note> {
    .silent
  }
}
