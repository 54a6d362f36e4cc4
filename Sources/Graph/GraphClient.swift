import Documents
package import FoundationEssentials
import HTTPTypes
package import Identity
package import Logging
package import Transport

/// Speaks to one Graph host as one identity.
package struct GraphClient: Sendable {
  let exchange: GraphExchange

  /// - Parameters:
  ///   - root: Graph's root without a version, as `https://graph.microsoft.com`.
  ///   - server: Whose root it is.
  ///   - tokens: Where tokens come from; only those for the root's host are ever sent.
  ///   - transport: What carries the requests.
  ///   - retry: When a failed request is sent again.
  ///   - pace: What keeps requests under Graph's limits; without one they are sent at once.
  ///   - meter: What counts the requests.
  ///   - clock: What measures and waits.
  ///   - jitter: A number between 0 and 1, which spreads repeated requests.
  ///   - logger: Where each request leaves its method, template, status and time.
  package init(
    authority root: URL, server: AskedServer = .graph, tokens: any TokenProvider,
    transport: any HTTPTransport, retry: RetryPolicy = .standard, pace: Pace? = nil,
    meter: GraphMeter? = nil,
    clock: any Clock<Duration> = ContinuousClock(),
    jitter: @escaping @Sendable () -> Double = { .random(in: 0...1) }, logger: Logger
  ) {
    exchange = GraphExchange(
      root: GraphRoot(root, server: server), tokens: tokens, transport: transport, retry: retry,
      pace: pace,
      meter: meter, clock: clock, jitter: jitter, logger: logger)
  }

  /// Sends one request and reads its answer.
  ///
  /// - Throws: ``GraphError`` for a refusal, an unusable answer, or a write whose outcome is unknown;
  ///   `TransportError`, `IdentityError` or `CancellationError` where nothing was changed.
  @discardableResult
  package func send<Response>(
    _ request: GraphRequest<Response>
  ) async throws -> GraphAnswer<Response> {
    let call = GraphCall(request, root: exchange.root)
    let answer = try await exchange.send(call)
    return try GraphAnswer(answer, to: call)
  }

  /// Walks a collection page by page, each asked for while the one before it is read.
  ///
  /// - Parameters:
  ///   - request: The request for the first page.
  ///   - limit: How many items are wanted; no page is asked for that is not needed for them.
  /// - Returns: The pages, in the server's order; nothing is sent until the first is asked for.
  package func pages<Item>(
    _ request: GraphRequest<Item>, limit: Int? = nil
  ) -> GraphPages<Item> {
    GraphPages(
      exchange: exchange, first: GraphCall(request, root: exchange.root), limit: limit)
  }

  /// Walks on from a page that was read raw, by its next link.
  ///
  /// - Parameters:
  ///   - link: The link, followed verbatim.
  ///   - request: The request that brought the page, whose headers go with every further one.
  /// - Returns: The pages from that link on.
  /// - Throws: ``GraphError`` for a link that leads to another host.
  package func pages<Item>(
    following link: String, of request: RawRequest
  ) throws(GraphError) -> GraphPages<Item> {
    let call = GraphCall(request, root: exchange.root)
    guard let path = exchange.root.path(ofLink: link) else { throw call.error(.foreignLink) }
    return GraphPages(
      exchange: exchange, first: GraphCall(following: path, of: call), limit: nil)
  }

  /// Walks on by the link that an earlier walk ended with.
  ///
  /// - Parameters:
  ///   - link: A next link of Graph's, or that of a page.
  ///   - request: The request that began the list, whose headers go with every further one.
  ///   - limit: How many items are wanted.
  /// - Returns: The pages from that link on.
  /// - Throws: ``GraphError`` for a link that leads to another host.
  package func pages<Item>(
    following link: String, of request: GraphRequest<Item>, limit: Int? = nil
  ) throws(GraphError) -> GraphPages<Item> {
    let call = GraphCall(request, root: exchange.root)
    let start = PageLink(link)
    guard let path = exchange.root.path(ofLink: start.address) else {
      throw call.error(.foreignLink)
    }
    return GraphPages(
      exchange: exchange, first: GraphCall(following: path, of: call), limit: limit, start: start)
  }

  /// Sends a request of the user's own making, and hands over whatever comes for it.
  package func raw(_ request: RawRequest) async throws -> RawAnswer {
    let call = GraphCall(request, root: exchange.root)
    return RawAnswer(try await exchange.send(call))
  }
}
