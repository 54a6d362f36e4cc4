import HTTPTypes
import JWTKit

/// The Bot connector for one tenant: token, route, limits, then the work.
struct ConnectorDesk: Sendable {
  /// One request to it.
  struct Visit: Sendable {
    let method: HTTPRequest.Method
    /// The decoded segments behind the region.
    let path: [String]
    let query: FormFields
    let headers: HTTPFields
    /// The body, or why it is not to be had.
    let body: Result<[UInt8], GraphFailure>
    let serviceURL: String
  }

  /// What came of it.
  struct Outcome: Sendable {
    let result: Result<Answer, ConnectorFailure>
    /// Which bot asked, once it was known.
    let identity: String?
  }

  let tenant: Tenant
  let faults: FaultDesk?
  let throttle: ConnectorThrottle?

  private static let routes =
    ConversationRoutes.all + ActivityRoutes.all + RosterRoutes.all + BotAttachmentRoutes.all
    + BotTeamRoutes.all + BotMeetingRoutes.all

  func answer(to visit: Visit) async -> Outcome {
    var identity: String?
    do {
      let bot = try await bot(visit.headers)
      identity = bot.accountID
      return Outcome(result: .success(try await answer(to: visit, from: bot)), identity: identity)
    } catch let failure as ConnectorFailure {
      return Outcome(result: .failure(failure), identity: identity)
    } catch {
      return Outcome(result: .failure(.unexpected), identity: identity)
    }
  }

  private func answer(to visit: Visit, from bot: BotRegistration) async throws -> Answer {
    var isPath = false
    for route in Self.routes {
      guard let parameters = route.parameters(of: visit.path) else { continue }
      isPath = true
      guard route.method == visit.method else { continue }
      guard case .success(let body) = visit.body else { throw ConnectorFailure.tooBig }
      try throttle?.admit(route.kind, parameters["conversation"] ?? "", of: bot.id)
      return try await route.work(
        ConnectorCall(
          tenant: tenant, bot: bot, parameters: parameters, query: visit.query, body: body,
          serviceURL: visit.serviceURL))
    }
    throw isPath ? ConnectorFailure.notOffered : .unknownPath
  }

  /// The bot that sent the request, by its token.
  private func bot(_ headers: HTTPFields) async throws -> BotRegistration {
    let now = tenant.now.seconds
    let bot = tenant.profile.bot
    guard let header = headers[.authorization], header.lowercased().hasPrefix("bearer "),
      faults?.hasRevoked(header) != true,
      let claims = try? await tenant.signingKey.keys.verify(
        String(header.dropFirst(7)), as: BotClaims.self),
      claims.aud == "https://\(tenant.cloud.botHost)", claims.exp > now, claims.nbf <= now + 300,
      claims.appid == bot.id
    else { throw ConnectorFailure.unauthorized }
    return bot
  }
}
