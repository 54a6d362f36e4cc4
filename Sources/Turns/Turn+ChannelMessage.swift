import Bot
import CommandKit
import Commands
import Documents
import Records

extension Turn {
  /// Takes a message that mentions the bot in a mirrored channel as a note, which the incident's other
  /// channels are told.
  func noteChannelMessage() async throws {
    guard activity.mentionsBot, let channel = activity.teamsChannelID ?? activity.conversationID
    else { return }
    let text = activity.plainText
    let mirrors = try store.mirrors(in: channel).filter(\.takesFromTeams)
    // What has been through a mirror before is no news.
    guard !text.isEmpty, !mirrors.isEmpty, !MirrorText.isMirrored(text) else { return }
    let mail = try? await bot.member(sender.id, of: activity.conversationID ?? channel).mail
    for mirror in mirrors {
      let note = try store.add(
        text, to: mirror.incident, by: sender.name, mail: mail,
        source: "\(source) \(mirror.incident)", at: received.receivedAt)
      guard let note else { continue }
      try notice(.note, "\(mirror.incident)", person: sender.name, text)
      try tell(await session.pass(on: note, from: channel), of: mirror.incident)
    }
  }

  /// Tells above the prompt who could not be told of an incident.
  func tell(_ refused: [String], of incident: Int64) throws(RecordsError) {
    guard !refused.isEmpty else { return }
    try notice(.hook, "\(incident)", refused.joined(separator: "\n"))
  }
}
