package import ArgumentParser
package import CommandKit
import Records

/// Waits for the answer to a question that was asked before.
package struct AskWait: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "wait", abstract: "Wait for the answer to a question.",
    discussion: "An answer that is there already is given at once. Ctrl-C leaves the question open."
  )
  package static let effect = Effect.reads
  package static let columns = QuestionRow.answer
  package static let operands = [Operand(\Self.question)]
  package static let examples = [
    Example(
      "Ask now, and wait later",
      "id=$(ask send 'Deploy now?' --to @adele --no-wait); ask wait $id --timeout 1s || true")
  ]

  @Argument(help: ArgumentHelp("The question's id, or its beginning.", valueName: "question"))
  var question: Word

  @Option(
    help: ArgumentHelp("How long to wait, as 90s, 10m or 2h; by default 5m.", valueName: "duration")
  )
  var timeout = AnswerWait.usual

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let question = try session.question(question)
    guard question.answer == nil else { return .one(Note(answered: question)) }
    let wait = try AnswerWait(session, limit: timeout)
    wait.begin(with: question)
    return .one(Note(answered: try await wait.answer(to: question.id)))
  }
}
