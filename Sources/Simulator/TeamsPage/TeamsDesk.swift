import Foundation
import GRDB
import HTTPTypes

/// Teams as a person uses it, for one page in a browser: whoever opens it may be anybody.
///
/// It also says where the bot is registered to listen, and lets that be changed.
struct TeamsDesk: Sendable {
  /// A refusal, in words for the page.
  struct Refusal: Error {
    let status: HTTPResponse.Status
    let message: String

    static func bad(_ message: String) -> Refusal {
      Refusal(status: .badRequest, message: message)
    }
  }

  /// One request of the page, whose body and fields are read.
  struct Ask: Sendable {
    let tenant: Tenant
    let fields: FormFields
    let body: Document
    let origin: String

    var bot: BotRegistration { tenant.profile.bot }

    /// A text of the query or of the body.
    func text(_ name: String) throws(Refusal) -> String {
      guard let text = fields[name] ?? body[name]?.string, !text.isEmpty else {
        throw .bad("'\(name)' is missing.")
      }
      return text
    }

    /// The person that the page acts for.
    func person(_ db: Database) throws -> Person {
      guard let person = try Person.find(db, text("as")) else { throw Refusal.bad("Nobody.") }
      return person
    }
  }

  let tenant: Tenant

  func answer(to visit: SignInDesk.Visit) async -> Answer {
    do {
      return try await reply(to: visit)
    } catch let refusal as Refusal {
      return failure(refusal.message, refusal.status)
    } catch let refusal as GraphFailure {
      return failure(refusal.message, refusal.status)
    } catch let refusal as ConnectorFailure {
      return failure(refusal.message, refusal.status)
    } catch {
      return failure("An unexpected error occurred.", .internalServerError)
    }
  }

  private func failure(_ message: String, _ status: HTTPResponse.Status) -> Answer {
    Answer(status: status, body: .document(["error": ["message": .string(message)]]))
  }

  private func reply(to visit: SignInDesk.Visit) async throws -> Answer {
    if visit.method == .get, visit.path.count == 1 { return TeamsPage.answer() }
    try requireOwnPage(visit)
    let body = visit.body.isEmpty ? Document.object([:]) : try? DocumentParser.parse(visit.body)
    guard let body, body.fields != nil else { throw Refusal.bad("The body is a JSON object.") }
    let ask = Ask(tenant: tenant, fields: visit.query, body: body, origin: visit.origin)
    switch (visit.method, visit.path.dropFirst().joined(separator: "/")) {
    case (.get, "api/bot"): return .ok(try await registration())
    case (.patch, "api/bot"): return try await register(ask)
    case (.get, "api/people"): return try await people(ask)
    case (.get, "api/places"): return try await places(ask)
    case (.get, "api/messages"): return try await messages(ask)
    case (.post, "api/messages"): return try await say(ask)
    case (.post, "api/actions"): return try await press(ask)
    case (.post, "api/reactions"): return try await react(ask)
    default: throw Refusal(status: .notFound, message: "Not found.")
    }
  }

  /// Refuses what a page of another site could make a browser send.
  private func requireOwnPage(_ visit: SignInDesk.Visit) throws(Refusal) {
    if let origin = visit.headers[.origin], origin.lowercased() != visit.origin.lowercased() {
      throw Refusal(status: .forbidden, message: "This is for the tenant's own page.")
    }
    guard
      visit.method == .get
        || visit.headers[.contentType]?.lowercased().hasPrefix("application/json") == true
    else { throw Refusal(status: .unsupportedMediaType, message: "Bodies are application/json.") }
  }

  private func registration() async throws -> Document {
    let bot = tenant.profile.bot
    let (settings, waiting) = try await tenant.read { db in
      (
        try BotSettings.read(db, of: bot.id),
        try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM botEvents") ?? 0
      )
    }
    return [
      "id": .string(bot.id), "name": .string(bot.name), "endpoint": .text(settings.endpoint),
      "singleTenant": .bool(settings.isSingleTenant), "waiting": .number(waiting),
    ]
  }

  private func register(_ ask: Ask) async throws -> Answer {
    let body = ask.body
    if let address = body["endpoint"], !address.isNull {
      guard address.string.flatMap({ Webhook($0) }) != nil else {
        throw Refusal.bad("'endpoint' is an address of HTTP or HTTPS on this machine.")
      }
    }
    let bot = ask.bot
    try await tenant.write { db in
      var settings = try BotSettings.read(db, of: bot.id)
      if let address = body["endpoint"] { settings.endpoint = address.string }
      if let flag = body["singleTenant"]?.bool { settings.isSingleTenant = flag }
      try settings.store(db, of: bot.id)
    }
    return .ok(try await registration())
  }
}
