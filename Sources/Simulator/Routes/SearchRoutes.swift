import GRDB
import HTTPTypes

/// Microsoft Search, as far as it finds messages.
enum SearchRoutes {
  static let all = [
    Route(.post, "/search/query", .search) { call in
      let request = try call.object()
      guard let requests = request["requests"]?.array, requests.count == 1 else {
        throw GraphFailure.badRequest("Exactly one search request is expected.")
      }
      return .ok([
        "@odata.context": call.context("Collection(microsoft.graph.searchResponse)"),
        "value": [try await answer(requests[0], call)],
      ])
    }
  ]

  private static let mostHits = 50

  private static func answer(_ request: Document, _ call: Call) async throws -> Document {
    guard request["entityTypes"] == ["chatMessage"] else {
      throw GraphFailure.badRequest("Only the entity type 'chatMessage' is supported here.")
    }
    guard let person = call.caller.personID else {
      throw GraphFailure.forbidden(
        "Access to ChatMessage in Graph API requires a delegated token.")
    }
    let held = call.caller.permissions
    guard !held.isDisjoint(with: ["Chat.Read", "Chat.ReadWrite", "ChannelMessage.Read.All"]) else {
      throw GraphFailure.forbidden(
        "Access to ChatMessage in Graph API requires the following permissions: "
          + "Chat.Read or Chat.ReadWrite, ChannelMessage.Read.All.")
    }
    let size = request["size"]?.integer ?? 25
    let start = request["from"]?.integer ?? 0
    guard let text = request["query"]?["queryString"]?.string, (1...mostHits).contains(size),
      start >= 0
    else { throw GraphFailure.badRequest("The search request is not valid.") }
    let search = try MessageSearch(text, for: person)
    let tenantID = call.tenant.profile.id
    let (hits, total) = try await call.tenant.read { db in
      let (rows, total) = try search.run(db, for: person, from: start, size: size)
      let hits = try rows.enumerated().map { index, row in
        try hit(row, rank: start + index + 1, tenantID: tenantID)
      }
      return (hits, total)
    }
    return [
      "searchTerms": .strings(search.words),
      "hitsContainers": [
        [
          "hits": .array(hits), "total": .number(total),
          "moreResultsAvailable": .bool(start + hits.count < total),
        ]
      ],
    ]
  }

  /// A match: who wrote what where, without the body.
  private static func hit(_ row: Row, rank: Int, tenantID: String) throws -> Document {
    let message = try Message(row)
    let team: String? = row["team"]
    let place = team.map { Message.Place.channel(team: $0) } ?? .chat
    let whole = message.document(in: place, tenantID: tenantID, knowsNewMembers: true)
    let author = whole["from"]?["user"]
    return [
      "hitId": .string("\(message.place)/\(message.id)"), "rank": .number(rank),
      "summary": .string(String(message.content.prefix(200))),
      "resource": [
        "@odata.type": "#microsoft.graph.chatMessage", "id": .string(String(message.id)),
        "createdDateTime": whole["createdDateTime"] ?? nil,
        "lastModifiedDateTime": whole["lastModifiedDateTime"] ?? nil,
        "subject": .string(message.subject ?? ""), "importance": .string(message.importance),
        "webLink": whole["webUrl"] ?? nil,
        "from": [
          "emailAddress": [
            "name": author?["displayName"] ?? nil, "address": nil,
          ]
        ],
        "channelIdentity": whole["channelIdentity"] ?? nil, "chatId": whole["chatId"] ?? nil,
        "etag": whole["etag"] ?? nil,
      ],
    ]
  }
}
