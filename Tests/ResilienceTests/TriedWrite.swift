import CommandKit

/// A write that teamsh makes, as one types it, and as it arrives.
struct TriedWrite: Sendable, CustomStringConvertible {
  let name: String
  let method: String
  /// Its path as a rule names it; `PLACE` stands for the id of the team, group or chat.
  let path: String
  /// The line; `MEMBER`, `STRANGER`, `OTHER` and `COLLEAGUE` stand for ids of people, `MESSAGE`, `PINNED`,
  /// `LIKED` and `DELETED` for those of messages.
  let line: String
  /// Whether a success comes with a document.
  var isAnswered = true
  /// What its place is.
  var ground = Ground.team
  /// Whether HTTP lets it be sent again after a lost answer; by its method if left out.
  var repeats: Bool?
  /// Whether a repeat of what was done is answered as the first time.
  var isSameAgain = false
  /// Whether the bot does it.
  var isOfBot = false
  /// What it leaves where its path names no place.
  var trace: Trace?

  /// The kinds of place that a write can be about.
  enum Ground: Sendable {
    case team
    /// A group that is no team yet.
    case group
    case chat
    /// None: its path names no place.
    case tenant

    /// What is read of the place, to warm the connection.
    func reading(_ place: String) -> String {
      switch self {
      case .team, .group: "/groups/\(place)"
      case .chat: "/chats/\(place)"
      case .tenant: "/me"
      }
    }
  }

  var description: String { name }

  var isRepeatable: Bool { repeats ?? ["PUT", "DELETE"].contains(method) }

  static let all = aboutMessages + aboutMembers + aboutPlaces

  private static let aboutPlaces = [
    TriedWrite(
      name: "channel create", method: "POST", path: "/teams/PLACE/channels",
      line: "channel create Rollout --team PLACE"),
    TriedWrite(
      name: "channel update", method: "PATCH", path: "/teams/PLACE/channels/{}",
      line: "channel update Ideas --name Better --team PLACE", isAnswered: false),
    TriedWrite(
      name: "channel archive", method: "POST", path: "/teams/PLACE/channels/{}/archive",
      line: "channel archive Ideas --team PLACE --yes", isAnswered: false),
    TriedWrite(
      name: "channel delete", method: "DELETE", path: "/teams/PLACE/channels/{}",
      line: "channel delete Ideas --team PLACE --yes", isAnswered: false),
    TriedWrite(
      name: "app add", method: "POST", path: "/teams/PLACE/installedApps",
      line: "app add Forms --team PLACE", isAnswered: false),
    TriedWrite(
      name: "app remove", method: "DELETE", path: "/teams/PLACE/installedApps/{}",
      line: "app remove SharePoint --team PLACE --yes", isAnswered: false),
    TriedWrite(
      name: "chat update", method: "PATCH", path: "/chats/PLACE",
      line: "chat update PLACE --topic Better", ground: .chat),
    TriedWrite(
      name: "member add to a chat", method: "POST", path: "/chats/PLACE/members",
      line: "member add STRANGER --chat PLACE", isAnswered: false, ground: .chat),
    TriedWrite(
      name: "member remove from a chat", method: "DELETE", path: "/chats/PLACE/members/{}",
      line: "member remove MEMBER --chat PLACE --yes", isAnswered: false, ground: .chat),
    TriedWrite(
      name: "message pin", method: "POST", path: "/chats/PLACE/pinnedMessages",
      line: "message pin MESSAGE --chat PLACE", ground: .chat),
    TriedWrite(
      name: "message unpin", method: "DELETE", path: "/chats/PLACE/pinnedMessages/{}",
      line: "message unpin PINNED --chat PLACE", isAnswered: false, ground: .chat),
  ]

  private static let aboutMessages = [
    TriedWrite(
      name: "message send", method: "POST", path: "/teams/PLACE/channels/{}/messages",
      line: "message send Hello --team PLACE --channel General"),
    TriedWrite(
      name: "message update", method: "PATCH", path: "/teams/PLACE/channels/{}/messages/{}",
      line: "message update MESSAGE Ho --team PLACE --channel General", isAnswered: false),
    TriedWrite(
      name: "message delete", method: "POST",
      path: "/teams/PLACE/channels/{}/messages/{}/softDelete",
      line: "message delete MESSAGE --yes --team PLACE --channel General", isAnswered: false),
    TriedWrite(
      name: "message react", method: "POST",
      path: "/teams/PLACE/channels/{}/messages/{}/setReaction",
      line: "message react MESSAGE like --team PLACE --channel General", isAnswered: false),
    TriedWrite(
      name: "message unreact", method: "POST",
      path: "/teams/PLACE/channels/{}/messages/{}/unsetReaction",
      line: "message unreact LIKED like --team PLACE --channel General", isAnswered: false),
    TriedWrite(
      name: "message restore", method: "POST",
      path: "/teams/PLACE/channels/{}/messages/{}/undoSoftDelete",
      line: "message restore DELETED --team PLACE --channel General", isAnswered: false),
    TriedWrite(
      name: "message reply", method: "POST", path: "/teams/PLACE/channels/{}/messages/{}/replies",
      line: "message reply MESSAGE Hello --team PLACE --channel General"),
  ]

  private static let aboutMembers = [
    TriedWrite(
      name: "channel member add", method: "POST", path: "/teams/PLACE/channels/{}/members",
      line: "member add COLLEAGUE --team PLACE --channel Board"),
    TriedWrite(
      name: "channel member update", method: "PATCH", path: "/teams/PLACE/channels/{}/members/{}",
      line: "member update MEMBER --role owner --team PLACE --channel Board"),
    TriedWrite(
      name: "channel member remove", method: "DELETE",
      path: "/teams/PLACE/channels/{}/members/{}",
      line: "member remove MEMBER --team PLACE --channel Board --yes", isAnswered: false),
    TriedWrite(
      name: "member add", method: "POST", path: "/teams/PLACE/members",
      line: "member add STRANGER --team PLACE"),
    TriedWrite(
      name: "member add, several", method: "POST", path: "/teams/PLACE/members/add",
      line: "member add STRANGER OTHER --team PLACE"),
    TriedWrite(
      name: "archive without a body", method: "POST", path: "/teams/PLACE/archive",
      line: "graph post /teams/PLACE/archive", isAnswered: false),
    TriedWrite(
      name: "member update", method: "PATCH", path: "/teams/PLACE/members/{}",
      line: "member update MEMBER --role owner --team PLACE"),
    TriedWrite(
      name: "team of a group", method: "PUT", path: "/groups/PLACE/team",
      line: "graph put /groups/PLACE/team '{}'", ground: .group),
    TriedWrite(
      name: "member remove", method: "DELETE", path: "/teams/PLACE/members/{}",
      line: "member remove MEMBER --team PLACE --yes", isAnswered: false),
  ]
}
