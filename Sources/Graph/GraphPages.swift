package import Documents
import Transport

/// Walks a collection page by page until the server stops offering more.
///
/// Graph ends a collection by leaving out `@odata.nextLink`, not by sending an empty page: an empty page
/// in the middle is legal, and does not end the walk. Items come in the server's order, each id once.
/// While one page is read the next one travels; leaving the loop or cancelling the task stops it.
///
/// Reading a page throws ``GraphError`` when it fails; pages already handed out stay valid.
package struct GraphPages<Item: DocumentView>: AsyncSequence, Sendable {
  let exchange: GraphExchange
  let first: GraphCall
  let limit: Int?
  var start: PageLink?

  package func makeAsyncIterator() -> Iterator {
    Iterator(exchange: exchange, first: first, limit: limit, start: start)
  }

  /// One walk.
  package struct Iterator: AsyncIteratorProtocol {
    private let exchange: GraphExchange
    private var walk: PageWalk
    private var feed: PageFeed?

    init(exchange: GraphExchange, first: GraphCall, limit: Int?, start: PageLink?) {
      self.exchange = exchange
      walk = PageWalk(first: first, root: exchange.root, limit: limit, from: start)
    }

    package mutating func next() async throws -> Page<Item>? {
      guard let answer = try await nextAnswer() else { return nil }
      let page: Page<Item> = try walk.read(answer)
      if !walk.wantsAll, case .ask(let call) = walk.step {
        feed = PageFeed(from: call, along: nil, exchange)
      }
      return page
    }

    /// The items of the next page as they came, for who passes them on; a limit does not count here.
    package mutating func nextSlices() async throws -> [JSONSlice]? {
      guard let answer = try await nextAnswer() else { return nil }
      return try walk.cut(answer)
    }

    private mutating func nextAnswer() async throws -> TransportResponse? {
      switch walk.step {
      case .end: nil
      case .fail(let error): throw error
      case .ask(let call): try await answer(to: call)
      }
    }

    /// What the feed brings; a new one begins where the last could not go on by itself.
    private mutating func answer(to call: GraphCall) async throws -> TransportResponse {
      if let answer = try await feed?.next() { return answer }
      let fresh = PageFeed(from: call, along: walk.wantsAll ? walk.trail : nil, exchange)
      feed = fresh
      guard let answer = try await fresh.next() else { throw CancellationError() }
      return answer
    }
  }
}
