import Bot
import CommandKit
import Documents
import Foundation
import Records

extension Turn {
  /// Keeps where the bot works, as every activity tells it.
  ///
  /// In a cloud whose connector nobody but Teams names, the bot cannot speak before this is known. What is kept
  /// makes later work possible or faster; that it could not be kept fails nothing.
  static func learnSite(from activity: Activity, in workspace: Workspace) {
    guard let tenant = activity.tenantID, !tenant.isEmpty,
      let address = activity.serviceURL.flatMap(Self.connector)
    else { return }
    try? workspace.contacts().learn(
      KnownSite(tenantID: tenant, serviceURL: address, botName: activity.recipient?.name),
      at: workspace.now())
  }

  /// The connector's address in an activity; `nil` for one where no token may go.
  private static func connector(_ text: String) -> String? {
    var text = text
    while text.hasSuffix("/") { text.removeLast() }
    guard let url = URL(string: text), let host = url.host(), !host.isEmpty, url.user() == nil,
      url.scheme == "https"
        || (url.scheme == "http" && ["127.0.0.1", "localhost", "::1"].contains(host))
    else { return nil }
    return text
  }

  /// Keeps where the bot works and in which teams and conversations it is, and forgets rosters that the
  /// activity makes old.
  func learn() {
    Self.learnSite(from: activity, in: workspace)
    guard let contacts = try? workspace.contacts() else { return }
    if activity.isPersonal {
      try? learnPerson(contacts)
    } else {
      try? learnPlace(contacts)
    }
  }

  private func learnPerson(_ contacts: ContactStore) throws(RecordsError) {
    guard let person = activity.from?.userID, let conversation = activity.conversationID else {
      return
    }
    if isFarewell {
      try contacts.forgetConversation(with: person)
    } else {
      try contacts.keep(conversation: conversation, with: person)
    }
  }

  private func learnPlace(_ contacts: ContactStore) throws(RecordsError) {
    // Whoever comes back may be called otherwise.
    for id in activity.membersRemoved.compactMap(\.id) { try contacts.forgetAccount(id) }
    let isChanged = !activity.membersAdded.isEmpty || !activity.membersRemoved.isEmpty
    guard let team = activity.teamID else {
      if isChanged || isFarewell, let chat = activity.conversationID {
        try contacts.forgetRosters(of: chat)
      }
      return
    }
    if isFarewell {
      try contacts.forgetTeam(team)
    } else if let name = activity.teamName {
      try contacts.keep(KnownTeam(id: team, groupID: activity.teamGroupID, name: name))
    }
    // Whoever came or left did so in every channel of the team.
    if isChanged { try contacts.forgetRosters(of: team, andOfTeam: activity.teamGroupID) }
  }

  /// Whether it says that the bot is not there any more.
  private var isFarewell: Bool {
    activity.eventType == "teamDeleted"
      || activity.membersRemoved.contains { $0.id == activity.recipient?.id }
      || activity.kind == .installationUpdate && activity.document["action"]?.string == "remove"
  }
}
