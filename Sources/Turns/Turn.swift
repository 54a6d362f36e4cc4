package import Bot
package import CommandKit
import Documents
package import Records

import Commands

/// The handling of one activity, from its arrival to what the bot says to it.
///
/// Whatever an activity says is data: it is kept, shown and sent, and never run as a command nor expanded.
package struct Turn: Sendable {
  /// How far a turn got before, where its process ended in the middle of it.
  package let received: ReceivedActivity
  package let activity: Activity
  /// The bot's session, whose requests go to the connector.
  let bot: Session
  /// Whoever else is signed in, for what Graph has to be asked.
  let session: Session
  let store: IncidentStore

  package init(
    _ received: ReceivedActivity, bot: Session, session: Session, store: IncidentStore
  ) {
    self.received = received
    activity = Activity(document: received.document)
    self.bot = bot
    self.session = session
    self.store = store
  }

  var workspace: Workspace { session.workspace }

  /// What makes that which is kept of this activity the same when it is handled again.
  var source: String { received.key }

  /// Does what the activity asks for.
  package func run() async throws {
    learn()
    await tellHook()
    switch activity.kind {
    case .conversationUpdate, .installationUpdate: try noteMembership()
    case .message, .invoke:
      if let answer = CardAnswer(activity) {
        try await take(answer)
      } else if activity.kind == .invoke {
        return
      } else if activity.isPersonal {
        try await answerDirectMessage()
      } else {
        try await noteChannelMessage()
      }
    case .messageUpdate, .messageDelete, .messageReaction, .other: return
    }
  }

  /// Says something in the conversation that the activity came from.
  func reply(_ message: JSON) async throws {
    guard let conversation = activity.conversationID else { return }
    _ = try await bot.post(
      message, in: conversation, to: Named(id: conversation, name: sender.name))
  }

  func reply(_ text: String) async throws {
    try await reply(BotText(text).activity())
  }

  /// Who sent the activity, by the name that it gives.
  var sender: Named {
    Named(id: activity.from?.id ?? "", name: activity.from?.name ?? "somebody")
  }

  /// Tells something above the prompts that follow.
  func notice(
    _ kind: Notice.Kind, _ subject: String, person: String? = nil, _ text: String
  ) throws(RecordsError) {
    try store.post(
      kind, subject, person: person, text, source: "\(source) \(kind.rawValue) \(subject)",
      at: workspace.now())
  }
}
