import HTTPTypes
import Testing

@testable import Simulator

/// Graph's own words, limits and headers.
struct WordingTests {
  /// A request with the refusal that Graph answers to it.
  struct Refusal: Sendable, CustomTestStringConvertible {
    let path: String
    let status: Int
    let code: String
    let message: String
    var method = HTTPRequest.Method.get
    var body: Document?
    var testDescription: String { "\(method.rawValue) \(path)" }
  }

  private static let channel = "/teams/{team}/channels/{channel}"

  static let refusals = [
    Refusal(
      path: "/nosuch", status: 400, code: "BadRequest",
      message: "Resource not found for the segment 'nosuch'."),
    Refusal(
      path: "/teams/{team}/nosuch", status: 404, code: "NotFound",
      message: "Requested API is not supported. Please check the path."),
    Refusal(
      path: "/users", status: 405, code: "Request_BadRequest",
      message: "Specified HTTP method is not allowed for the request target.", method: .put),
    Refusal(
      path: "/teams/{team}/primaryChannel", status: 405, code: "UnknownError", message: "",
      method: .delete),
    Refusal(
      path: "/chats/{chat}/messages/{message}/softDelete", status: 405, code: "UnknownError",
      message: "", method: .post),
    Refusal(
      path: "/users/nobody@contoso.com", status: 404, code: "Request_ResourceNotFound",
      message: "Resource 'nobody@contoso.com' does not exist or one of its queried "
        + "reference-property objects are not present."),
    Refusal(
      path: "/teams/00000000-0000-0000-0000-000000000000", status: 404, code: "NotFound",
      message: "No team found with Group Id 00000000-0000-0000-0000-000000000000"),
    Refusal(
      path: "/teams/R%2FD", status: 400, code: "BadRequest",
      message: "teamId needs to be a valid GUID."),
    Refusal(
      path: "/teams/{team}/channels/19:00@thread.tacv2", status: 404, code: "ItemNotFound",
      message: "Failed to execute Skype backend request GetThreadS2SRequest."),
    Refusal(
      path: "/teams/{team}/channels/29:00@thread.skype", status: 400, code: "InvalidRequest",
      message: "Channel id is not in a valid format: 29:00@thread.skype"),
    Refusal(
      path: "/me/joinedTeams?$top=5", status: 400, code: "BadRequest",
      message: "The query specified in the URI is not valid. Query option 'Top' is not allowed. "
        + "To allow it, set the 'AllowedQueryOptions' property on EnableQueryAttribute or "
        + "QueryValidationSettings."),
    Refusal(
      path: channel + "/messages?$filter=id%20eq%20'1'", status: 400, code: "BadRequest",
      message: "Parameter 'Filter' not supported"),
    Refusal(
      path: channel + "/messages?$top=51", status: 400, code: "BadRequest",
      message: "The query specified in the URI is not valid. The limit of '50' for Top query has "
        + "been exceeded. The value from the incoming request is '51'."),
    Refusal(
      path: "/users?$top=1000", status: 400, code: "Request_BadRequest",
      message: "Invalid page size specified: '1000'. Must be between 1 and 999 inclusive."),
    Refusal(
      path: "/users?$skip=5", status: 400, code: "Request_BadRequest",
      message: "'$skip' is not supported by the service."),
    Refusal(
      path: "/users?$search=%22displayName:a%22", status: 400, code: "Request_UnsupportedQuery",
      message: "Request with $search query parameter only works through MSGraph with a special "
        + "request header: 'ConsistencyLevel: eventual'"),
    Refusal(
      path: "/users?$filter=endswith(mail,'x')", status: 400, code: "Request_UnsupportedQuery",
      message: "Unsupported Query."),
    Refusal(
      path: "/users?$filter=displayName%20eq%20'O'Brien'", status: 400, code: "BadRequest",
      message: "Invalid filter clause: There is an unterminated string literal at position 24 in "
        + "'displayName eq 'O'Brien''."),
    Refusal(
      path: "/users?$skiptoken=nonsense", status: 400, code: "Directory_ExpiredPageToken",
      message: "Skip token is invalid or has expired."),
    Refusal(
      path: "/teams/{team}/channels", status: 400, code: "BadRequest",
      message: "Channel name already existed, please use other name", method: .post,
      body: ["displayName": "helpdesk"]),
    Refusal(
      path: channel + "/messages", status: 400, code: "BadRequest",
      message: "Missing body content", method: .post, body: ["subject": "x"]),
    Refusal(
      path: channel + "/messages", status: 400, code: "BadRequest",
      message: "Neither Body nor adaptive card content contains marker for mention with Id '0'.",
      method: .post,
      body: [
        "body": ["content": "hi"],
        "mentions": [["id": 0, "mentionText": "x", "mentioned": ["user": ["id": "x"]]]],
      ]),
    Refusal(
      path: "/teams/{team}/members", status: 404, code: "NotFound",
      message: "Failed to find user with id 'steve@contoso.com' in the tenant", method: .post,
      body: [
        "roles": [],
        "user@odata.bind": "https://graph.microsoft.com/v1.0/users('steve@contoso.com')",
      ]),
    Refusal(
      path: "/teams/{team}/members", status: 409, code: "Conflict",
      message: "User '{user}' is already a member of the team.", method: .post,
      body: [
        "roles": [],
        "user@odata.bind": "https://graph.microsoft.com/v1.0/users('megan@contoso.com')",
      ]),
  ]

  @Test(arguments: refusals)
  func `a refusal has Graph's status, code and words`(_ refusal: Refusal) async throws {
    let test = try await Shared.tenant.value
    let places = try await Shared.places.value
    let parts = refusal.path.split(separator: "?", maxSplits: 1)
    let address = places.path(String(parts[0])) + (parts.count > 1 ? "?" + parts[1] : "")
    let reply = try await test.graph(refusal.method, address, body: refusal.body)
    #expect(reply.status == refusal.status, "\(reply)")
    #expect(reply.code == refusal.code)
    #expect(reply.message == refusal.message.replacing("{user}", with: places.me))
  }

  @Test func `an error carries the ids of the request`() async throws {
    let test = try await Shared.tenant.value
    let id = "0b5e0c9e-1d6c-4a3e-8b8c-3d7f0a2c9e11"
    let reply = try await test.graph(
      .get, "/nosuch", headers: [.clientRequestID: id])
    let inner = reply.document["error"]?["innerError"]
    #expect(inner?["client-request-id"]?.string == id)
    #expect(inner?["request-id"]?.string == reply.headers[.requestID])
    #expect(reply.headers[.clientRequestID] == id)
    #expect(inner?["date"]?.string?.count == 19)
  }

  @Test func `answers carry the headers of Graph`() async throws {
    let test = try await Shared.tenant.value
    let reply = try await test.graph(.get, "/me")
    #expect(reply.headers[.odataVersion] == "4.0")
    let type = "application/json;odata.metadata=minimal"
    #expect(reply.headers[.contentType]?.hasPrefix(type) == true)
    #expect(reply.headers[.clientRequestID] == reply.headers[.requestID])
    #expect(reply.headers[.diagnostic]?.contains("ServerInfo") == true)
  }

  @Test func `a missing scope is named, with those that are there`() async throws {
    let test = try await Shared.tenant.value
    let reply = try await test.graph(
      .get, "/teams", as: .person("adele@contoso.com", scopes: ["User.Read", "Chat.Read"]))
    #expect(
      reply.message
        == "Missing scope permissions on the request. API requires one of 'Team.ReadBasic.All, "
        + "TeamSettings.ReadWrite.All, TeamSettings.Read.All'. Scopes on the request "
        + "'Chat.Read, User.Read'")
  }

  @Test func `a missing role is named, with those that are there`() async throws {
    let test = try await Shared.tenant.value
    let reply = try await test.graph(.get, "/teams", as: .app(roles: []))
    #expect(reply.message?.hasSuffix("Resource specific consent grants on the request ''.") == true)
  }

  @Test func `younger enum members are shown to those who say that they know them`() async throws {
    let test = try await Shared.tenant.value
    let places = try await Shared.places.value
    let path = "/teams/\(places.team)/channels"
    let old = try await test.graph(.get, path)
    #expect(old.values.contains { $0["membershipType"] == "unknownFutureValue" })
    let new = try await test.graph(
      .get, path, headers: [.prefer: "include-unknown-enum-members"])
    #expect(new.values.contains { $0["membershipType"] == "shared" })
    #expect(new.headers[.preferenceApplied] == "include-unknown-enum-members")
  }
}
