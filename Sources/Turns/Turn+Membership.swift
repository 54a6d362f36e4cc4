import Bot
import Records

extension Turn {
  /// Tells that the bot came to a team or left it, and what a team is called now.
  func noteMembership() throws(RecordsError) {
    guard let team = activity.teamName ?? activity.teamID else { return }
    func isBot(_ account: Activity.Account) -> Bool { account.id == activity.recipient?.id }
    if activity.eventType == "teamRenamed" {
      try notice(.membership, team, "The team is called \(team) now.")
    } else if activity.membersAdded.contains(where: isBot) {
      try notice(.membership, team, "The bot was added to \(team).")
    } else if activity.membersRemoved.contains(where: isBot) {
      try notice(.membership, team, "The bot was removed from \(team).")
    }
  }
}
