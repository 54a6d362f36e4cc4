import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import Simulator

/// One company, and its bot at the connector.
struct BotCase: Sendable {
  let test: TestTenant
  let token: String

  init(isThrottled: Bool = false, now: @escaping @Sendable () -> Date = { Date() }) async throws {
    try await self.init(TestTenant(isThrottled: isThrottled, now: now))
  }

  /// The bot of a tenant that is served.
  init(server: TenantServer) async throws {
    try await self.init(TestTenant(server: server))
  }

  private init(_ test: TestTenant) async throws {
    self.test = test
    let reply = try await Self.ask(test)
    token = try #require(reply.document["access_token"]?.string, "\(reply)")
  }

  var bot: BotRegistration { test.tenant.profile.bot }
  var accounts: ChannelAccount { ChannelAccount(bot: bot) }

  /// Asks for a token as bots do; a change to nil takes a field away.
  static func ask(
    _ test: TestTenant, at directory: String = "botframework.com",
    _ changes: [String: String?] = [:]
  ) async throws -> Reply {
    let bot = test.tenant.profile.bot
    var fields: [String: String?] = [
      "grant_type": "client_credentials", "client_id": bot.id, "client_secret": bot.secret,
      "scope": "https://api.botframework.com/.default",
    ]
    for (name, value) in changes { fields[name] = value }
    let form = FormFields.text(fields.compactMap { name, value in value.map { (name, $0) } })
    return try await test.send(
      .post, "/\(directory)/oauth2/v2.0/token", as: .nobody, form: form)
  }

  func send(
    _ method: HTTPRequest.Method = .get, _ path: String, _ body: Document? = nil
  ) async throws -> Reply {
    try await test.send(method, "/emea" + path, as: .token(token), body: body)
  }

  /// Says something in a conversation; gives the new activity's id.
  @discardableResult
  func say(_ activity: Document, in conversation: String) async throws -> String {
    let reply = try await send(
      .post, "/v3/conversations/\(conversation.percentEncoded)/activities", activity)
    #expect(reply.status == 201, "\(reply)")
    return try #require(reply.document["id"]?.string, "\(reply)")
  }

  /// The team with the bot, and its channels by name.
  func team(_ name: String = "Contoso IT") async throws -> (id: String, channels: [String: String])
  {
    try await test.tenant.read { db in
      let row = try #require(
        try Row.fetchOne(db, sql: "SELECT * FROM teams WHERE displayName = ?", arguments: [name]))
      let id: String = row["id"]
      let rows = try Row.fetchAll(
        db, sql: "SELECT * FROM channels WHERE team = ?", arguments: [id])
      let pairs = rows.map { (row: Row) -> (String, String) in (row["displayName"], row["id"]) }
      return (id, Dictionary(pairs, uniquingKeysWith: { $1 }))
    }
  }

  func person(_ name: String) async throws -> Person {
    let found = try await test.tenant.read { db in try Person.find(db, "\(name)@contoso.com") }
    return try #require(found)
  }

  /// The conversation with a person, made now.
  func meet(_ name: String, _ more: Document.Fields = [:]) async throws -> Reply {
    let person = try await person(name)
    let request: Document = [
      "bot": ["id": .string(bot.accountID)],
      "members": [["id": .string(accounts.id(of: person.id))]],
      "channelData": ["tenant": ["id": .string(test.tenant.profile.id)]],
    ]
    return try await send(.post, "/v3/conversations", request.followed(by: more))
  }
}

/// What a bot says in words.
func words(_ text: String) -> Document { ["type": "message", "text": .string(text)] }
