import Bot
import CommandKit
import Documents
import Records

/// A question before it is asked, and the card that asks it.
struct QuestionDraft: Sendable {
  let text: String
  /// The answers to choose from; none for an answer that is typed, and for a card of one's own.
  let options: [String]
  let tag: QuestionTag
  let card: JSON
}

extension Session {
  /// Asks a question as the bot: it is kept before its card is sent, so that no answer comes too early.
  ///
  /// - Returns: The question, with where its card is.
  func ask(
    _ draft: QuestionDraft, _ place: Place, in conversation: String, to target: Named
  ) async throws -> Question {
    var question = Question(
      id: draft.tag.question, text: draft.text, recipient: place.path, askedAt: workspace.now())
    question.options = draft.options
    question.incident = draft.tag.incident.isEmpty ? nil : draft.tag.incident
    question.task = draft.tag.task.isEmpty ? nil : draft.tag.task
    let store = call.isDryRun ? nil : try workspace.incidents()
    let isNew = try store?.keep(question) ?? true
    do {
      let message = try await post(
        BotText.activity(card: draft.card), in: conversation, to: target)
      try store?.place(question.id, in: conversation, message: message)
      question.conversation = conversation
      question.message = message
    } catch {
      // One whose card may have arrived can still be answered.
      if isNew, DeedOutcome(error).result == .refused { try? store?.forget(question.id) }
      throw error
    }
    return question
  }
}
