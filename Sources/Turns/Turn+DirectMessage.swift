import Bot
import CommandKit
import Records

extension Turn {
  /// Answers what somebody wrote to the bot alone.
  func answerDirectMessage() async throws {
    guard !activity.plainText.isEmpty else { return }
    try notice(.message, sender.name, person: sender.name, activity.plainText)
  }
}
