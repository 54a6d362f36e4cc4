package import ArgumentParser
package import CommandKit
import Records

/// Lists the questions that nobody has answered, the newest first.
package struct AskList: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the questions without an answer.", aliases: ["ls"])
  package static let effect = Effect.reads
  package static let columns = QuestionRow.list
  package static let examples = [
    Example("List what is still open", "ask list"),
    Example("List every question with its answer", "ask list --all"),
  ]

  @Flag(help: "Those with an answer too.")
  var all = false

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    .list(try session.workspace.incidents().questions(areOpen: !all).map { Note($0) })
  }
}
