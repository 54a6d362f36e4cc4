import CommandKit

/// A write that teamsh makes, as one types it, and as it arrives.
struct TriedWrite: Sendable {
  let name: String
  let method: String
  /// Its path as a rule names it; `PLACE` stands for the id of the team or group.
  let path: String
  /// The line; `MEMBER`, `STRANGER` and `OTHER` stand for ids of people.
  let line: String
  /// Whether a success comes with a document.
  var isAnswered = true
  /// Whether it is about a group that is no team yet.
  var isAboutGroup = false

  /// Whether HTTP lets it be sent again after a lost answer.
  var isRepeatable: Bool { ["PUT", "DELETE"].contains(method) }

  static let all = [
    TriedWrite(
      name: "message send", method: "POST", path: "/teams/PLACE/channels/{}/messages",
      line: "message send Hello --team PLACE --channel General"),
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
      line: "graph put /groups/PLACE/team '{}'", isAboutGroup: true),
    TriedWrite(
      name: "member remove", method: "DELETE", path: "/teams/PLACE/members/{}",
      line: "member remove MEMBER --team PLACE --yes", isAnswered: false),
  ]
}
