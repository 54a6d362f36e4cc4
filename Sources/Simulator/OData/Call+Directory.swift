import GRDB

extension Call {
  /// Answers a page of directory objects, under the rules of the directory's advanced queries.
  func directory(
    _ listing: Listing, shape: String,
    document: @escaping @Sendable (Database, Row) throws -> Document
  ) async throws -> Answer {
    try requireSupported()
    return try await collection(
      try searched(listing), shape: shape, counting: .onRequest, document: document)
  }

  /// Answers how many directory objects there are.
  func directoryCount(_ listing: Listing) async throws -> Answer {
    guard isEventuallyConsistent else {
      throw GraphFailure.badRequest(
        "$count is not currently supported.", code: "Request_BadRequest")
    }
    let chosen = try searched(listing).applying(query)
    return .count(try await tenant.read { db in try chosen.count(db) })
  }

  private func requireSupported() throws(GraphFailure) {
    guard !isEventuallyConsistent else {
      // The header alone opens `$search`; everything else wants the count to be asked for too.
      let isAdvanced =
        query.filter?.isAdvanced == true || query.filter != nil && !query.order.isEmpty
      guard !isAdvanced || query.wantsCount || query.cursor != nil else {
        throw .unsupportedQuery("Unsupported Query.")
      }
      return
    }
    func special(_ option: String) -> GraphFailure {
      .unsupportedQuery(
        "Request with \(option) query parameter only works through MSGraph with a special "
          + "request header: 'ConsistencyLevel: eventual'")
    }
    if !query.search.isEmpty { throw special("$search") }
    if query.wantsCount { throw special("$count") }
    if query.filter?.isAdvanced == true { throw .unsupportedQuery("Unsupported Query.") }
    if query.filter != nil, !query.order.isEmpty {
      throw .unsupportedQuery("Sorting not supported for current query.")
    }
  }

  /// The listing narrowed to the words of `$search`: each word of a name may begin with one.
  private func searched(_ listing: Listing) throws(GraphFailure) -> Listing {
    guard !query.search.isEmpty else { return listing }
    var conditions: [String] = []
    var values: [DatabaseValue] = []
    for clauses in query.search {
      var terms: [String] = []
      for clause in clauses {
        let parts = clause.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let property = listing.properties[String(parts[0])] else {
          throw .badRequest("Invalid search clause '\(clause)'.", code: "Request_BadRequest")
        }
        terms.append("instr(' ' || lower(\(property.sql)), ?) > 0")
        values.append((" " + parts[1].lowercased()).databaseValue)
      }
      conditions.append("(" + terms.joined(separator: " AND ") + ")")
    }
    return listing.filtered(conditions.joined(separator: " OR "), values)
  }
}
