import Foundation
import HTTPTypes
import Hummingbird
import JWTKit

/// Answers every request to the tenant: to Graph below `/v1.0`, to Entra ID elsewhere.
struct TenantResponder: HTTPResponder {
  typealias Context = ConnectionContext

  /// The longest body that is read.
  private static let longestBody = 4 * 1024 * 1024

  let scheme: String
  let tenant: Tenant
  let routes: RouteTable
  let desk: SignInDesk
  let latency: Duration
  let record: Record?

  func respond(to request: Request, context: ConnectionContext) async throws -> Response {
    let started = ContinuousClock.now
    let target = request.head.path ?? "/"
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts.first ?? "/"
    var exchange = Exchange(
      requestID: UUID().uuidString.lowercased(), headers: request.headers, at: tenant.now)
    let body = try? await request.body.collect(upTo: Self.longestBody)
    let response: Response
    if let version = Self.version(of: path) {
      if latency > .zero { try await Task.sleep(for: latency) }
      response = await graph(
        request, version: version, path: path.dropFirst(version.count + 1),
        query: parts.count > 1 ? parts[1] : "", body: body.map { Array($0.readableBytesView) },
        exchange: &exchange)
    } else {
      response = await signIn(
        request, path: path, query: parts.count > 1 ? parts[1] : "",
        body: body.map { Array($0.readableBytesView) } ?? [], exchange: exchange)
    }
    try? record?.append(
      exchange, method: request.method, path: target, status: response.status,
      took: ContinuousClock.now - started)
    return request.method == .head ? response.createHeadResponse() : response
  }

  private static func version(of path: Substring) -> Substring? {
    let first = path.drop { $0 == "/" }.prefix { $0 != "/" }
    return first.lowercased() == "v1.0" || first.lowercased() == "beta" ? first : nil
  }

  private func origin(_ request: Request) -> String {
    "\(scheme)://\(request.head.authority ?? "localhost")"
  }
}

// MARK: - Graph

extension TenantResponder {
  private func graph(
    _ request: Request, version: Substring, path: Substring, query: Substring, body: [UInt8]?,
    exchange: inout Exchange
  ) async -> Response {
    do {
      let caller = try await caller(request.headers)
      exchange.identity = caller.name
      let path = RequestPath(path)
      guard version.lowercased() == "v1.0" else {
        throw GraphFailure.unknownSegment(path.segments.first?.text ?? String(version))
      }
      guard let body else {
        throw GraphFailure(
          status: .contentTooLarge, code: "RequestEntityTooLarge",
          message: "The request body is too large.")
      }
      let match = try routes.match(request.method, path)
      let route = match.route
      try route.permissions.check(caller, for: route)
      let call = Call(
        tenant: tenant, caller: caller, parameters: match.parameters,
        query: try QueryOptions(query, rules: route.query, workload: route.workload),
        rules: route.query, headers: request.headers, body: body,
        root: "\(origin(request))/\(version)",
        path: Self.pathText(request, below: version))
      var answer = try await route.work(call)
      if call.knowsNewMembers {
        answer.headers[.preferenceApplied] = "include-unknown-enum-members"
      }
      return exchange.response(answer)
    } catch let failure as GraphFailure {
      return exchange.response(failure)
    } catch {
      return exchange.response(
        GraphFailure(
          status: .internalServerError, code: "InternalServerError",
          message: "An unexpected error occurred."))
    }
  }

  private static func pathText(_ request: Request, below version: Substring) -> String {
    let path = (request.head.path ?? "/").prefix { $0 != "?" }
    return String(path.dropFirst(version.count + 1))
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
        String(token), as: AccessClaims.self), claims.tid == tenant.profile.id
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

// MARK: - Entra ID

extension TenantResponder {
  private func signIn(
    _ request: Request, path: Substring, query: Substring, body: [UInt8], exchange: Exchange
  ) async -> Response {
    let visit = SignInDesk.Visit(
      method: request.method == .head ? .get : request.method,
      path: path.split(separator: "/").map { RequestPath.decoded($0) },
      query: FormFields(Array(query.utf8)), headers: request.headers, body: body,
      origin: origin(request))
    do {
      guard let answer = try await desk.answer(to: visit) else {
        return exchange.response(plain: "Not Found", status: .notFound)
      }
      return exchange.response(signIn: answer)
    } catch let failure as TokenFailure {
      return exchange.response(failure)
    } catch {
      return exchange.response(
        TokenFailure(
          status: .internalServerError, error: "temporarily_unavailable", number: 90_033,
          text: "A transient error has occurred. Please try again."))
    }
  }
}
