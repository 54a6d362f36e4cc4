import GRDB
import HTTPTypes

/// A channel as the place of a conversation, when the caller may take part in it.
struct ChannelRoom: Sendable {
  /// The most replies that are printed inside their message.
  private static let mostInlined = 1000

  let channel: Channel

  /// - Throws: What Graph says of unknown places, and to people that are not in the channel:
  ///   here being an administrator does not help.
  init(_ db: Database, _ call: Call, forWriting: Bool = false) throws {
    let team = Team(try Team.row(db, call["team"]))
    channel = try Channel.find(db, call["channel"], in: team.id, for: call.caller)
    if let person = call.caller.personID,
      try Membership.role(db, of: person, in: channel.roster) == nil
    {
      throw GraphFailure.forbidden(
        "User '\(person)' is not a member of the conversation '\(channel.id)'.")
    }
    if forWriting, team.isArchived { throw GraphFailure.archivedTeam }
    if forWriting, channel.isArchived { throw GraphFailure.archivedChannel }
  }

  /// The channel's messages in a context address.
  var shape: String {
    "teams('\(channel.team)')/channels('\(channel.id.percentEncoded)')/messages"
  }

  func document(_ message: Message, _ call: Call) -> Document {
    message.document(
      in: .channel(team: channel.team), tenantID: call.tenant.profile.id,
      knowsNewMembers: call.knowsNewMembers)
  }

  /// The members of a printed message that hold its replies.
  func replies(_ db: Database, to message: Message, _ call: Call) throws -> Document.Fields {
    let page = try Message.replies(to: message.id, in: channel.id)
      .page(db, after: nil, size: Self.mostInlined)
    let address = "\(shape)('\(message.id)')/replies"
    var fields: Document.Fields = [
      "replies@odata.context": call.context(address),
      "replies@odata.count": .number(page.rows.count),
    ]
    if let next = page.next {
      let path =
        "/teams/\(channel.team)/channels/\(channel.id)/messages/\(message.id)/replies"
      fields["replies@odata.nextLink"] = .string("\(call.root)\(path)?$skiptoken=\(next.token)")
    }
    fields["replies"] = .array(try page.rows.map { document(try Message($0), call) })
    return fields
  }
}

extension Call {
  /// The person that writes; an app may only import, which this tenant does not do.
  func author() async throws -> Person {
    guard let id = caller.personID else {
      throw GraphFailure(
        status: .unauthorized, code: "Unauthorized",
        message: "Message POST is allowed in application-only context only for import purposes. "
          + "Refer to https://docs.microsoft.com/microsoftteams/platform/graph-api/import-messages/"
          + "import-external-messages-to-teams for more details.")
    }
    guard let person = try await tenant.read({ db in try Person.find(db, id) }) else {
      throw GraphFailure.unknownDirectoryObject(id)
    }
    return person
  }
}
