import Transport

/// Fetches pages ahead of their reader: one may lie ready while the next one travels.
///
/// Who receives a page also asks for the next one, before anybody parses. Letting go of the feed stops
/// it.
final class PageFeed {
  private let task: Task<Void, Never>
  private let wishes: AsyncStream<Void>.Continuation
  private var arrivals: AsyncThrowingStream<TransportResponse, any Error>.Iterator

  /// Starts with a call, and goes on as long as the trail is certain of the call after an answer;
  /// without a trail that one call is all.
  init(from first: GraphCall, along trail: LinkTrail?, _ exchange: GraphExchange) {
    let (wished, wishes) = AsyncStream<Void>.makeStream()
    let (arriving, arrivals) = AsyncThrowingStream<TransportResponse, any Error>.makeStream()
    self.wishes = wishes
    self.arrivals = arriving.makeAsyncIterator()
    task = Task(executorPreference: exchange.transport.executor) {
      do {
        var trail = trail
        var call: GraphCall? = first
        var wish = wished.makeAsyncIterator()
        while let asked = call {
          let answer = try await exchange.send(asked)
          arrivals.yield(answer)
          call = trail?.advance(past: answer)
          if call != nil, await wish.next() == nil { break }
        }
        arrivals.finish()
      } catch {
        arrivals.finish(throwing: error)
      }
    }
  }

  deinit {
    task.cancel()
  }

  /// The next answer; `nil` when the call after the last one has to be found by parsing.
  func next() async throws -> TransportResponse? {
    wishes.yield()
    let answer = try await withTaskCancellationHandler {
      try await arrivals.next()
    } onCancel: { [task] in
      task.cancel()
    }
    try Task.checkCancellation()
    return answer
  }
}
