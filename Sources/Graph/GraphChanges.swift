package import Documents

/// One thing of a followed collection that is not as it was.
package enum GraphChange<Item: DocumentView>: Sendable {
  /// It is there; its document holds at least the fields that changed.
  case present(Item)
  /// It was deleted, be it into the bin from which it may come back.
  case removed(id: String)

  /// - Returns: `nil` for a thing without an id, which nobody can find again.
  init?(_ document: JSON) {
    guard let id = document["id"]?.string, !id.isEmpty else { return nil }
    let removal = document["@removed"] ?? .null
    self = removal == .null ? .present(Item(document: document)) : .removed(id: id)
  }
}

/// What changed in a collection, oldest first, and where later changes are told.
///
/// Graph may tell a change twice, and tells how a thing is now rather than what happened to it: taking the
/// same changes in again does no harm.
package struct GraphChanges<Item: DocumentView>: Sendable {
  package let changes: [GraphChange<Item>]
  /// The delta link, to be followed verbatim.
  package let link: String
}

extension GraphClient {
  /// Reads what changed in a collection, to the last page.
  ///
  /// - Parameters:
  ///   - request: The collection's `delta` request. Its options count only where no link is given:
  ///     a link carries them.
  ///   - link: Where an earlier call ended.
  /// - Returns: The changes since then, and the link for the next time.
  /// - Throws: ``GraphError``, with `gone` where the link is too old and everything has to be read anew.
  package func changes<Item>(
    _ request: GraphRequest<Item>, since link: String? = nil
  ) async throws -> GraphChanges<Item> {
    var call = GraphCall(request, root: exchange.root)
    if let link {
      guard let path = exchange.root.path(ofLink: link) else { throw call.error(.foreignLink) }
      call = GraphCall(following: path, of: call)
    }
    var trail = LinkTrail(first: call, root: exchange.root)
    var changes: [GraphChange<Item>] = []
    while true {
      let answer = try await exchange.send(call)
      let page = try call.document(of: answer)
      guard let values = page["value"]?.array else { throw call.error(.malformedAnswer, answer) }
      changes += values.compactMap { GraphChange($0) }
      if let later = page["@odata.deltaLink"]?.string {
        return GraphChanges(changes: changes, link: later)
      }
      guard let next = page[NextLink.key]?.string else {
        throw call.error(.malformedAnswer, answer)
      }
      switch trail.follow(next, from: answer) {
      case .ask(let further): call = further
      case .fail(let error): throw error
      case .end: throw call.error(.malformedAnswer, answer)
      }
    }
  }
}
