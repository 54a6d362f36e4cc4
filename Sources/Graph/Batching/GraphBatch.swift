package import Documents

/// Requests that travel together, twenty to a round trip, and are answered each for itself.
///
///     var batch = GraphBatch<JSON>()
///     let group = batch.add(.patch("/groups/\(id)", changes))
///     batch.add(.post("/teams/\(id)/archive"), after: group)
package struct GraphBatch<Response: DocumentView>: Sendable {
  /// One request, and those that must have succeeded before it.
  struct Member: Sendable {
    let request: GraphRequest<Response>
    let after: [Int]
  }

  private(set) var members: [Member] = []

  package init(_ requests: [GraphRequest<Response>] = []) {
    members = requests.map { Member(request: $0, after: []) }
  }

  /// Adds a request.
  ///
  /// - Parameters:
  ///   - request: The request; its path is below the version that Graph is asked in.
  ///   - earlier: The numbers of requests that must have succeeded before.
  /// - Returns: Its number.
  @discardableResult
  package mutating func add(_ request: GraphRequest<Response>, after earlier: Int...) -> Int {
    members.append(Member(request: request, after: earlier))
    return members.count - 1
  }
}

extension GraphClient {
  /// The most requests that travel in one round trip.
  package static var mostAtOnce: Int { BatchRun.mostItems }

  /// Sends requests twenty to a round trip; see ``send(_:)-batch``.
  package func batch<Response>(
    _ requests: [GraphRequest<Response>]
  ) async throws -> [Result<GraphAnswer<Response>, any Error>] {
    try await send(GraphBatch(requests))
  }

  /// Sends a batch, and sends again alone what was refused for a while, as its method allows.
  ///
  /// - Returns: What each request brought, in the order in which they were added.
  /// - Throws: `CancellationError` or `TransportError` where the task is cancelled; whatever else fails
  ///   is the result of the requests that it failed.
  package func send<Response>(
    _ batch: GraphBatch<Response>
  ) async throws -> [Result<GraphAnswer<Response>, any Error>] {
    let calls = batch.members.map { member in
      BatchCall(
        call: GraphCall(member.request, root: exchange.root), target: member.request.target,
        body: member.request.body, after: member.after)
    }
    var run = BatchRun(calls: calls)
    while let pack = run.nextPack() { try await exchange.send(pack, of: &run) }
    return run.outcomes.enumerated().map { index, outcome in
      outcome.flatMap { answer in
        Result { try GraphAnswer(answer, to: calls[index].call) }
      }
    }
  }
}
