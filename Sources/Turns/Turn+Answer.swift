import Bot
import CommandKit
import Commands
import Documents
import Foundation
import Records

extension Turn {
  /// Takes an answer to a question, and puts another card in the place of the one that asked.
  ///
  /// The first answer counts. Handling it once more puts the card there again, in case that a process ended
  /// between the two.
  func take(_ data: CardAnswer) async throws {
    switch try store.take(await answer(data), to: data.question, source: source) {
    case .taken(let question):
      guard let taken = question.answer else { return }
      try notice(
        .answer, question.text, person: taken.person, AnswerFields(taken.fields).line)
      try await replaceCard(of: question, taken)
    case .late(let question):
      try await refuse(question)
    case .unknown:
      try await say("That question is not asked any more.", about: nil)
    }
  }

  private func answer(_ data: CardAnswer) async -> Question.Answer {
    let who = await answerer()
    var answer = Question.Answer(
      text: data.text, fields: data.fields, person: who.name, time: received.receivedAt)
    answer.personID = activity.from?.userID
    answer.mail = who.mail
    return answer
  }

  /// Who answered, by name and mail address.
  ///
  /// The activity has the name and the conversation's roster the address. Who is in no roster is asked for
  /// at the directory, where somebody is signed in who can; an answer counts without an address too.
  private func answerer() async -> (name: String, mail: String?) {
    let given = activity.from?.name.flatMap { $0.isEmpty ? nil : $0 }
    let member = try? await bot.member(sender.id, of: activity.conversationID ?? "")
    if let mail = member?.mail { return (given ?? member?.name ?? sender.name, mail) }
    let entry = try? await directoryEntry()
    return (
      given ?? member?.name ?? entry?.name ?? sender.name,
      entry?.mail ?? member?.userPrincipalName
    )
  }

  private func directoryEntry() async throws -> DirectoryEntry? {
    guard let id = activity.from?.userID, !id.isEmpty else { return nil }
    return try await session.directoryEntry(of: id)
  }

  private func refuse(_ question: Question) async throws {
    let mine = activity.from?.userID
    guard let first = question.answer, first.personID != mine || mine == nil else {
      return try await say(
        "You have answered that already; this answer was not taken.", about: question)
    }
    try await say(
      "\(first.person) has answered that already; your answer was not taken.", about: question)
  }

  /// Says something below a question, as far as it is known where that stands.
  private func say(_ text: String, about question: Question?) async throws {
    guard var conversation = activity.conversationID else { return }
    let isThread = conversation.contains(";messageid=")
    if activity.conversationType == "channel", !isThread,
      let message = activity.replyToID ?? question?.message
    {
      conversation += ";messageid=\(message)"
    }
    _ = try await bot.post(
      BotText.plain(text), in: conversation, to: Named(id: conversation, name: sender.name))
  }

  private func replaceCard(of question: Question, _ answer: Question.Answer) async throws {
    guard let conversation = activity.conversationID,
      let message = activity.replyToID ?? question.message
    else { return }
    let card = AnsweredCard(
      question.text, AnswerFields(answer.fields), by: answer.person, at: Self.text(answer.time))
    try await bot.replace(
      message, in: conversation, by: BotText.activity(card: card.document), to: sender)
  }

  /// `2026-11-24 08:15 UTC`: those who read it live in several zones.
  private static func text(_ time: Date) -> String {
    let style = Date.ISO8601FormatStyle().year().month().day()
      .dateTimeSeparator(.space).time(includingFractionalSeconds: false)
    return time.formatted(style).prefix(16) + " UTC"
  }
}
