import Bot
import CommandKit
import Commands
import Documents
import Foundation
import Records

extension Turn {
  /// Takes an answer to a question, and puts another card in the place of the one that asked.
  func take(_ data: CardAnswer) async throws {
    let time = received.receivedAt
    var answer = Question.Answer(
      text: data.text, fields: data.fields, person: sender.name, time: time)
    answer.personID = activity.from?.userID
    answer.mail = try? await bot.member(sender.id, of: activity.conversationID ?? "").mail
    switch try store.take(answer, to: data.question, source: source) {
    case .taken(let question):
      try notice(.answer, question.text, person: answer.person, answer.text)
      try await replaceCard(of: question, answer)
    case .late(let question):
      let first = question.answer?.person ?? "somebody"
      try await reply("\(first) answered that already; your answer was not taken.")
    case .unknown:
      try await reply("That question is not asked any more.")
    }
  }

  private func replaceCard(of question: Question, _ answer: Question.Answer) async throws {
    guard let conversation = activity.conversationID,
      let message = activity.replyToID ?? question.message
    else { return }
    try await bot.replace(
      message, in: conversation,
      by: BotText.activity(card: .answered(question.text, by: answer.person, answer.text)),
      to: sender)
  }
}
