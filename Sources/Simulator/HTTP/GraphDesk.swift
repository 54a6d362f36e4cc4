import HTTPTypes
import JWTKit

/// Microsoft Graph for one tenant: token, route, permissions, query options, then the work.
struct GraphDesk: Sendable {
  /// One request to it, on its own or as an item of a batch.
  struct Visit: Sendable {
    let method: HTTPRequest.Method
    /// The first segment of the address, as the client wrote it: `v1.0`.
    let version: String
    /// The path below the version, percent-encoded, with its leading slash.
    let path: String
    let query: String
    let headers: HTTPFields
    /// The body, or why it is not to be had.
    let body: Result<[UInt8], GraphFailure>
    /// The address that the client used, without a path.
    let origin: String
    /// The id of the request that brought it: its own, or that of its batch.
    let requestID: String
  }

  /// What came of it.
  struct Outcome: Sendable {
    let result: Result<Answer, GraphFailure>
    /// Who asked, once it was known.
    let identity: String?
  }

  let tenant: Tenant
  let routes: RouteTable
  let faults: FaultDesk?
  let throttle: Throttle?
  let record: Record?

  func answer(to visit: Visit) async -> Outcome {
    if let answer = ServiceDescription.answer(to: visit) {
      return Outcome(result: .success(answer), identity: nil)
    }
    var identity: String?
    do {
      let caller = try await caller(visit.headers)
      identity = caller.name
      let answer = try await answer(to: visit, from: caller)
      return Outcome(result: .success(answer), identity: identity)
    } catch let failure as GraphFailure {
      return Outcome(result: .failure(failure), identity: identity)
    } catch {
      return Outcome(result: .failure(.unexpected), identity: identity)
    }
  }

  private func answer(to visit: Visit, from caller: Caller) async throws -> Answer {
    let asked = RequestPath(visit.path[...])
    guard visit.version.lowercased() == "v1.0" else {
      throw GraphFailure.unknownSegment(asked.segments.first?.text ?? visit.version)
    }
    let body = try visit.body.get()
    let (match, path) = try routes.match(visit.method, asked, from: caller)
    let route = match.route
    try route.permissions.check(caller, for: route)
    let call = Call(
      graph: self, tenant: tenant, caller: caller, parameters: match.parameters,
      query: try QueryOptions(visit.query[...], rules: route.query, workload: route.workload),
      rules: route.query, headers: visit.headers, body: body,
      root: "\(visit.origin)/\(visit.version)", path: visit.path,
      requestID: visit.requestID)
    try throttle?.admit(visit.method, path, call)
    var answer = try await route.work(call)
    if call.knowsNewMembers {
      answer.headers[.preferenceApplied] = "include-unknown-enum-members"
    }
    return answer
  }

  /// Who sent the request, by its token.
  private func caller(_ headers: HTTPFields) async throws -> Caller {
    guard let header = headers[.authorization], header.lowercased().hasPrefix("bearer "),
      case let token = header.dropFirst(7), !token.isEmpty
    else { throw GraphFailure.unauthenticated("Access token is empty.") }
    guard token.split(separator: ".", omittingEmptySubsequences: false).count == 3 else {
      throw GraphFailure.unauthenticated("CompactToken parsing failed with error code: 80049217")
    }
    guard
      let claims = try? await tenant.signingKey.keys.verify(
        String(token), as: AccessClaims.self), claims.tid == tenant.profile.id,
      faults?.hasRevoked(header) != true
    else { throw GraphFailure.unauthenticated("Access token validation failure.") }
    let now = tenant.now.seconds
    guard claims.exp > now, claims.nbf <= now + 300 else {
      throw GraphFailure.unauthenticated(
        "Lifetime validation failed, the token is expired.")
    }
    try await ContinuousAccess.check(claims, in: tenant)
    return Caller(claims)
  }
}
