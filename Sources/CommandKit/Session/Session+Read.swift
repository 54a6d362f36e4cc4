import Documents
package import Graph

/// Reading for look-ups: what was read behind the same line is not asked for again.
extension Session {
  /// Reads one object.
  package func read<Response>(_ request: GraphRequest<Response>) async throws -> Response {
    let question = try await question(request)
    if let known = call.answers[question]?.first { return Response(document: known) }
    let value = try await graph.send(request).value
    call.answers.keep([value.document], for: question)
    return value
  }

  /// Reads one object by its id; that nothing has the id is no failure.
  package func readIfThere<Response>(_ request: GraphRequest<Response>) async throws -> Response? {
    let question = try await question(request)
    if let known = call.answers[question] { return known.first.map(Response.init(document:)) }
    do {
      return try await read(request)
    } catch let error as GraphError where error.code.isAbsence {
      call.answers.keep([], for: question)
      return nil
    }
  }

  /// Reads a list to its end, or as far as a limit.
  package func readAll<Item>(_ request: GraphRequest<Item>, limit: Int? = nil) async throws
    -> [Item]
  {
    let question = try await question(request, limit: limit)
    if let known = call.answers[question] { return known.map(Item.init(document:)) }
    var items: [Item] = []
    for try await page in try await graph.pages(request, limit: limit) { items += page.items }
    call.answers.keep(items.map(\.document), for: question)
    return items
  }

  /// What a request asks, as whoever this command works as.
  func question<Response>(
    _ request: GraphRequest<Response>, limit: Int? = nil
  ) async throws -> KnownAnswers.Question {
    KnownAnswers.Question(request, as: try await identity().kind, limit: limit)
  }
}

extension GraphError.Code {
  /// Whether nothing has an id that was asked for: one of another shape is refused.
  var isAbsence: Bool { self == .notFound || self == .badRequest }
}
