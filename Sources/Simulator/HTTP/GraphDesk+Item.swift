extension GraphDesk {
  /// Answers one item of a batch, which counts, fails and is recorded as a request of its own.
  func answer(item visit: Visit) async -> Outcome {
    let started = ContinuousClock.now
    let exchange = Exchange(headers: visit.headers, at: tenant.now)
    let effect = Effect()
    let fault = faults?.next(
      visit.method, RequestPath(visit.path[...]), of: .graph, isItem: true)
    let outcome = await effect.measure { await answer(item: visit, under: fault, exchange) }
    let status =
      switch outcome.result {
      case .success(let answer): answer.status
      case .failure(let failure): failure.status
      }
    try? record?.append(
      Record.Entry(
        exchange: exchange, method: visit.method, path: "/\(visit.version)\(visit.target)",
        body: (try? visit.body.get()) ?? [], showsBody: true, identity: outcome.identity,
        status: status,
        fault: fault?.name, acted: effect.isVisible, batch: visit.requestID,
        took: ContinuousClock.now - started))
    return outcome
  }

  private func answer(item visit: Visit, under fault: Fault?, _ exchange: Exchange) async -> Outcome
  {
    switch fault?.action {
    case .status(let reply): return Outcome(result: .success(reply.answer), identity: nil)
    case .statusActed(let reply):
      let outcome = await answer(to: visit)
      return Outcome(result: .success(reply.answer), identity: outcome.identity)
    case .stall(let pause?):
      let outcome = await answer(to: visit)
      try? await Task.sleep(for: pause)
      return outcome
    default: return await answer(to: visit)
    }
  }
}

extension GraphDesk.Visit {
  /// Path and query, as they were written below the version.
  var target: String { query.isEmpty ? path : "\(path)?\(query)" }
}
