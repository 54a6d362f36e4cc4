package import Bot
package import CommandKit
package import Documents
import Foundation
import Graph
import HTTPTypes
import Records

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

  /// The bot's conversation with a person, which is made where none is known.
  func conversation(with person: Named) async throws -> String {
    if let known = try? workspace.contacts().conversation(with: person.id) { return known }
    return try await newConversation(with: person)
  }

  /// Does something in the bot's conversation with a person; in a new one where the connector refuses the
  /// one that was known, which then is forgotten.
  ///
  /// - Returns: The conversation, and what was done.
  func inConversation<Value>(
    with person: Named, _ body: (String) async throws -> Value
  ) async throws -> (id: String, value: Value) {
    if let known = try? workspace.contacts().conversation(with: person.id) {
      do {
        return (known, try await body(known))
      } catch let error as GraphError where error.isOfLostConversation {
        try? workspace.contacts().forgetConversation(with: person.id)
      }
    }
    let id = try await newConversation(with: person)
    do {
      return (id, try await body(id))
    } catch let error as GraphError where error.isOfLostConversation {
      try? workspace.contacts().forgetConversation(with: person.id)
      throw error
    }
  }

  /// Makes the conversation with a person; the connector finds the one that is there.
  private func newConversation(with person: Named) async throws -> String {
    guard let tenant = workspace.botTenantID else { throw CommandError(.tenantMissing) }
    let request: GraphRequest<JSON> = .post(
      "/v3/conversations",
      [
        "bot": bot, "members": [["id": .string(person.id)]], "isGroup": false,
        "tenantId": .string(tenant), "channelData": ["tenant": ["id": .string(tenant)]],
      ])
    guard let id = try await write(request, to: person)["id"]?.string, !id.isEmpty else {
      throw CommandError(.unsupported("The connector made no conversation with \(person.name)."))
    }
    if !call.isDryRun { try? workspace.contacts().keep(conversation: id, with: person.id) }
    return id
  }

  /// The bot as the connector knows it, by its name where an activity told that.
  private var bot: JSON {
    let id: JSON = .string("28:\(workspace.configuration.botID ?? "")")
    guard let name = workspace.botName else { return ["id": id] }
    return ["id": id, "name": .string(name)]
  }

  /// One member of a conversation of the bot's, by the connector's id.
  package func member(
    _ account: String, of conversation: String
  ) async throws -> Activity.Account {
    let since = workspace.now().addingTimeInterval(-Self.longestAccount)
    if let known = try? workspace.contacts().account(account, since: since) {
      return Activity.Account(document: known)
    }
    let request: GraphRequest<JSON> = .get("/v3/conversations/\(conversation)/members/\(account)")
    let document = try await read(request)
    try? workspace.contacts().keep(account: document, as: account, at: workspace.now())
    return Activity.Account(document: document)
  }

  /// How old what is known of an account may be, in seconds: mail addresses change hands.
  private static let longestAccount = 86_400.0

  /// The accounts of those who are mentioned in a conversation of the bot's.
  ///
  /// Who was in it a while ago may do; a name that they do not tell is looked for once more, in those who are
  /// in it now.
  func accounts(
    of names: [String], in conversation: String, _ place: Place
  ) async throws -> [String: String] {
    guard !names.isEmpty else { return [:] }
    if call.isDryRun, conversation == Named.newID { return [:] }
    if let kept = try? workspace.contacts().roster(of: conversation),
      workspace.now().timeIntervalSince(kept.readAt) < Self.longestRoster,
      let accounts = try? Roster(members: kept.members.map(Activity.Account.init))
        .accounts(of: names, in: place.path)
    {
      return accounts
    }
    return try await roster(of: conversation, in: place.team?.id)
      .accounts(of: names, in: place.path)
  }

  /// How old a roster may be that people are mentioned by, in seconds.
  private static let longestRoster = 3600.0

  /// Everybody in a conversation of the bot's, page by page.
  ///
  /// - Parameters:
  ///   - conversation: Its id.
  ///   - team: The id in Graph of the team whose members they are.
  /// - Returns: Those in it now, who are remembered.
  /// - Throws: `GraphError`, after which nobody is.
  func roster(of conversation: String, in team: String? = nil) async throws -> Roster {
    var members: [JSON] = []
    var token: String?
    let graph = try await graph
    do {
      repeat {
        let page = try await graph.send(Self.page(of: conversation, from: token)).value
        members += page["members"]?.array ?? []
        token = page["continuationToken"]?.string.flatMap { $0.isEmpty ? nil : $0 }
      } while token != nil
    } catch let error as GraphError where error.isOfLostConversation {
      try? workspace.contacts().forgetRosters(of: conversation)
      throw error
    }
    try? workspace.contacts().keep(
      roster: members, of: conversation, in: team, at: workspace.now())
    return Roster(members: members.map(Activity.Account.init))
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
    try await checkOpenToBots(found.channel, of: found.team)
    return found
  }

  /// - Throws: ``CommandError`` for a private or shared channel.
  func checkOpenToBots(_ channel: Named, of team: Named) async throws {
    let request = TeamChannel.request(channel.id, of: team.id)
    let kind = try await read(request).membershipType ?? "standard"
    guard kind == "standard" else {
      let place = Place.channel(team: team, channel)
      throw CommandError(.closedToBots(place.path, kind: kind))
    }
  }
}

extension GraphError {
  /// Whether the connector knows the conversation no more, or not with this bot in it, and did nothing.
  fileprivate var isOfLostConversation: Bool {
    isOfConnector && [403, 404].contains(status) && !mayHaveHappened
      && graphCode != "ActivityNotFoundInConversation"
  }
}
