import HTTPTypes
import Hummingbird

/// Answers every request to the tenant: to Graph below `/v1.0`, to the addresses of files below
/// `/storage`, to the Bot connector below `/emea/v3`, to a person's Teams
/// below `/teams`, to Entra ID elsewhere.
struct TenantResponder: HTTPResponder {
  typealias Context = ConnectionContext

  /// The longest target that the server in front of Graph lets through.
  private static let longestTarget = 16_384

  let scheme: String
  let graph: GraphDesk
  let storage: StorageDesk
  let connector: ConnectorDesk
  let teams: TeamsDesk
  let desk: SignInDesk
  let latency: Duration

  func respond(to request: Request, context: ConnectionContext) async throws -> Response {
    let started = ContinuousClock.now
    let target = Target(request.head.path ?? "/")
    let exchange = Exchange(headers: request.headers, at: graph.tenant.now)
    let fault = graph.faults?.next(
      request.method, RequestPath(target.path), of: target.service,
      authorization: request.headers[.authorization])
    let effect = Effect()
    var body = Result<[UInt8], GraphFailure>.success([])
    if fault?.action.leavesBody != true {
      body = await RequestBody.read(request, upTo: target.longestBody(request.method))
    }
    var (delivery, identity): (Delivery?, String?) = (nil, nil)
    if fault?.action.comesFirst != true {
      (delivery, identity) = await effect.measure {
        await answer(request, target, body: body, exchange)
      }
    }
    delivery = fault?.apply(to: delivery, exchange, target) ?? delivery
    if target.version != nil { delivery = delivery?.packed(for: request.headers) }
    try? graph.record?.append(
      Record.Entry(
        exchange: exchange, method: request.method, path: request.head.path ?? "/",
        body: (try? body.get()) ?? [], showsBody: target.showsBody, identity: identity,
        status: fault?.action.withholdsAnswer == true ? nil : delivery?.status,
        fault: fault?.name, acted: effect.isVisible, took: ContinuousClock.now - started))
    guard let fault else {
      let response = delivery?.response ?? Response(status: .internalServerError)
      return request.method == .head ? response.createHeadResponse() : response
    }
    return try await fault.deliver(delivery, over: context.channel)
  }

  private func answer(
    _ request: Request, _ target: Target, body: Result<[UInt8], GraphFailure>,
    _ exchange: Exchange
  ) async -> (Delivery, String?) {
    guard request.head.path?.utf8.count ?? 0 <= Self.longestTarget else {
      return (exchange.targetTooLong, nil)
    }
    let origin = "\(scheme)://\(request.head.authority ?? "localhost")"
    if target.service == .storage {
      let visit = StorageDesk.Visit(
        method: request.method,
        path: target.path.split(separator: "/").dropFirst().map { RequestPath.decoded($0) },
        query: FormFields(Array(target.query.utf8)), headers: request.headers,
        body: try? body.get(), origin: origin)
      return (await stored(visit, exchange), nil)
    }
    if target.service == .bot {
      let outcome = await connector.answer(
        to: ConnectorDesk.Visit(
          method: request.method,
          path: target.path.split(separator: "/").map { RequestPath.decoded($0) },
          query: FormFields(Array(target.query.utf8)), headers: request.headers, body: body,
          serviceURL: "\(origin)/emea/"))
      return (exchange.response(connector: outcome.result), outcome.identity)
    }
    guard let version = target.version else {
      let visit = SignInDesk.Visit(
        method: request.method == .head ? .get : request.method,
        path: target.path.split(separator: "/").map { RequestPath.decoded($0) },
        query: FormFields(Array(target.query.utf8)), headers: request.headers,
        body: (try? body.get()) ?? [], origin: origin)
      if visit.path.first == "teams" {
        return (exchange.response(signIn: await teams.answer(to: visit)), nil)
      }
      return (await signIn(visit, exchange), nil)
    }
    if let preflight = exchange.preflight(request) { return (preflight, nil) }
    if latency > .zero { try? await Task.sleep(for: latency) }
    let outcome = await graph.answer(
      to: GraphDesk.Visit(
        method: request.method, version: String(version), path: String(target.path),
        query: String(target.query), headers: request.headers, body: body, origin: origin,
        requestID: exchange.requestID))
    switch outcome.result {
    case .success(let answer): return (exchange.response(answer), outcome.identity)
    case .failure(let failure): return (exchange.response(failure), outcome.identity)
    }
  }

  private func stored(_ visit: StorageDesk.Visit, _ exchange: Exchange) async -> Delivery {
    do {
      return exchange.response(try await storage.answer(to: visit))
    } catch let failure as GraphFailure {
      return exchange.response(failure)
    } catch {
      return exchange.response(.unexpected)
    }
  }

  private func signIn(_ visit: SignInDesk.Visit, _ exchange: Exchange) async -> Delivery {
    do {
      guard let answer = try await desk.answer(to: visit) else {
        return exchange.response(plain: "Not Found", status: .notFound)
      }
      return exchange.response(signIn: answer)
    } catch let failure as TokenFailure {
      return exchange.response(failure)
    } catch {
      return exchange.response(.transient)
    }
  }
}

/// The target of a request line, cut into its parts.
struct Target: Sendable {
  /// The first segment, when it is a version of Graph.
  let version: Substring?
  /// The region, when the path is one of the Bot connector's.
  let region: Substring?
  /// The path, without the version, and without region and tenant.
  let path: Substring
  let query: Substring

  init(_ text: String) {
    let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = parts.first ?? "/"
    let first = whole.drop { $0 == "/" }.prefix { $0 != "/" }
    version = ["v1.0", "beta"].contains(first.lowercased()) ? first : nil
    let connector = Self.connectorPath(whole)
    region = connector == nil ? nil : first
    path = connector ?? (version == nil ? whole : whole[first.endIndex...])
    query = parts.count > 1 ? parts[1] : ""
  }

  /// The part of the tenant that answers.
  var service: FaultRule.Service {
    if version != nil { return .graph }
    if region != nil { return .bot }
    return path.hasPrefix("/storage/") ? .storage : .signIn
  }

  /// Whether bodies may be written out: those of sign-ins hold secrets, and files are long.
  var showsBody: Bool { service == .graph || service == .bot }

  /// The path behind region and tenant, when it is one of the connector's:
  /// `/emea/v3/teams` or `/emea/{tenant}/v3/teams`.
  private static func connectorPath(_ whole: Substring) -> Substring? {
    var parts = whole.split(separator: "/", maxSplits: 3)[...]
    guard let region = parts.popFirst(),
      ["emea", "amer", "apac", "in", "teams"].contains(region.lowercased())
    else { return nil }
    if let tenant = parts.first, String(tenant).isGUID { parts = parts.dropFirst() }
    guard let version = parts.first, ["v1", "v3"].contains(version.lowercased()) else {
      return nil
    }
    return whole[whole.index(before: version.startIndex)...]
  }

  /// The longest body that is read: files come whole up to 250 MB, and in ranges.
  func longestBody(_ method: HTTPRequest.Method) -> Int {
    guard method == .put else { return 4 * 1024 * 1024 }
    switch service {
    case .storage: return Upload.longest
    case .graph where path.hasSuffix("/content"): return 250 * 1024 * 1024
    case .graph, .signIn, .bot: return 4 * 1024 * 1024
    }
  }
}
