package import Bot
package import CommandKit
package import Documents
import Graph
import HTTPTypes

/// What the bot asks the connector before it sends.
extension Session {
  /// Sends an activity into one of the bot's conversations.
  ///
  /// - Returns: Its id; ``Named/newID`` in a dry run.
  package func post(
    _ activity: JSON, in conversation: String, to target: Named
  ) async throws -> String {
    let request: GraphRequest<JSON> = .post(
      "/v3/conversations/\(conversation)/activities", activity)
    return try await write(request, to: target)["id"]?.string ?? Named.newID
  }

  /// Puts an activity in the place of one that the bot sent before.
  package func replace(
    _ id: String, in conversation: String, by activity: JSON, to target: Named
  ) async throws {
    let request = GraphRequest<JSON>(
      method: .put, path: "/v3/conversations/\(conversation)/activities/\(id)", body: activity)
    _ = try await write(request, to: target)
  }

  /// The bot's conversation with a person, which is made where there is none; asking for it again finds it.
  func conversation(with person: Named) async throws -> String {
    let configuration = workspace.configuration
    guard let tenant = workspace.tenantID else { throw CommandError(.tenantMissing) }
    let request: GraphRequest<JSON> = .post(
      "/v3/conversations",
      [
        "bot": ["id": .string("28:\(configuration.botID ?? "")")],
        "members": [["id": .string(person.id)]], "isGroup": false, "tenantId": .string(tenant),
        "channelData": ["tenant": ["id": .string(tenant)]],
      ])
    guard let id = try await write(request, to: person)["id"]?.string, !id.isEmpty else {
      throw CommandError(.unsupported("The connector made no conversation with \(person.name)."))
    }
    return id
  }

  /// One member of a conversation of the bot's, by the connector's id.
  package func member(
    _ account: String, of conversation: String
  ) async throws -> Activity.Account {
    let request: GraphRequest<JSON> = .get("/v3/conversations/\(conversation)/members/\(account)")
    return Activity.Account(document: try await read(request))
  }

  /// Everybody in a conversation of the bot's, page by page.
  func roster(of conversation: String) async throws -> Roster {
    if call.isDryRun, conversation == Named.newID { return Roster(members: []) }
    var members: [Activity.Account] = []
    var token: String?
    let graph = try await graph
    repeat {
      let page = try await graph.send(Self.page(of: conversation, from: token)).value
      members += (page["members"]?.array ?? []).map(Activity.Account.init)
      token = page["continuationToken"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    } while token != nil
    return Roster(members: members)
  }

  private static func page(of conversation: String, from token: String?) -> GraphRequest<JSON> {
    let path: GraphPath = "/v3/conversations/\(conversation)/pagedmembers"
    guard let token else { return .get(path, ["pageSize": "500"]) }
    return .get(path, ["pageSize": "500", "continuationToken": token])
  }

  /// A channel in which bots may speak.
  ///
  /// - Throws: ``CommandError`` for a private or shared one.
  func standardChannel(
    _ reference: ChannelReference?, team: TeamReference?, for purpose: Purpose
  ) async throws -> (team: Named, channel: Named) {
    let found = try await channel(reference, team: team, for: purpose)
    let request = TeamChannel.request(found.channel.id, of: found.team.id)
    let kind = try await read(request).membershipType ?? "standard"
    guard kind == "standard" else {
      let place = Place.channel(team: found.team, found.channel)
      throw CommandError(.closedToBots(place.path, kind: kind))
    }
    return found
  }
}

/// Those whom a bot can mention in a conversation.
struct Roster: Sendable, Hashable {
  let members: [Activity.Account]

  /// The account that a name, a mail address or a UPN belongs to.
  ///
  /// - Throws: ``CommandError`` where nobody bears it, or several do.
  func account(of name: String, in place: String) throws(CommandError) -> String {
    let folded = name.lowercased()
    let named = members.filter { member in
      [member.name, member.mail, member.userPrincipalName].contains { $0?.lowercased() == folded }
    }
    let ids = Set(named.compactMap(\.id))
    guard let id = ids.first else {
      throw CommandError(.mention(.unknown, name: name, place: place))
    }
    guard ids.count == 1 else {
      throw CommandError(.mention(.ambiguous, name: name, place: place))
    }
    return id
  }
}
