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

  package func makeAsyncIterator() -> Iterator {
    Iterator(exchange: exchange, first: first, limit: limit)
  }

  /// One walk.
  package struct Iterator: AsyncIteratorProtocol {
    private let exchange: GraphExchange
    private var walk: PageWalk
    private var coming: ComingPage?

    init(exchange: GraphExchange, first: GraphCall, limit: Int?) {
      self.exchange = exchange
      walk = PageWalk(first: first, root: exchange.root, limit: limit)
    }

    package mutating func next() async throws -> Page<Item>? {
      let answer: TransportResponse
      switch walk.step {
      case .end: return nil
      case .fail(let error): throw error
      case .ask(let call): answer = try await (coming ?? ComingPage(call, exchange)).answer()
      }
      // Links are looked for before the page is parsed, so that the network never waits for the parser.
      coming = walk.glance(at: answer).map { ComingPage($0, exchange) }
      let page: Page<Item> = try walk.read(answer)
      if coming == nil, case .ask(let call) = walk.step { coming = ComingPage(call, exchange) }
      return page
    }
  }
}

/// A page that is under way; letting go of it stops it.
private final class ComingPage: Sendable {
  private let task: Task<TransportResponse, any Error>

  init(_ call: GraphCall, _ exchange: GraphExchange) {
    task = Task { try await exchange.send(call) }
  }

  deinit {
    task.cancel()
  }

  func answer() async throws -> TransportResponse {
    try await withTaskCancellationHandler {
      try await task.value
    } onCancel: {
      task.cancel()
    }
  }
}
