package import ArgumentParser
package import CommandKit

/// Shows one question: what was asked, whom, and what was answered.
package struct AskShow: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a question and its answer.")
  package static let effect = Effect.reads
  package static let columns = QuestionRow.full
  package static let operands = [Operand(\Self.question)]
  package static let examples = [
    Example("Show the newest question", "ask list --all --limit 1; ask show %1 || true")
  ]

  @Argument(help: ArgumentHelp("The question's id, or its beginning.", valueName: "question"))
  var question: Word

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    .one(Note(try session.question(question)))
  }
}
