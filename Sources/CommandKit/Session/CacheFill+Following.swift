import Cache
import Documents
import Graph

/// How lists are followed: kept right by what changed since they were read.
extension CacheFill {
  /// More things than this that are told only in part are not read one by one: the list is.
  private static let mostUnclear = 200

  /// Whether what changes in a list is told, and an identity may hear it.
  func isFollowed(_ kind: CacheKind, by identity: SignedIn) -> Bool {
    guard let cache = session.cache, (try? cache.followed(kind)) != nil else { return false }
    switch kind {
    case .people: return CacheFeed<User>.people.isOpen(to: identity)
    case .teams: return CacheFeed<Group>.teams.isOpen(to: identity)
    case .channels, .chats, .members: return false
    }
  }

  /// Brings a list up to date by its changes, or else reads it, so that it can be followed the next time.
  ///
  /// - Parameters:
  ///   - feed: Where its changes are told.
  ///   - graph: The way to Graph.
  ///   - limit: The most entries that the list may have.
  ///   - read: Reads and stores it, to be followed as given from then on.
  /// - Returns: What was done.
  /// - Throws: What reading throws.
  func bringUpToDate<Item>(
    by feed: CacheFeed<Item>, _ graph: GraphClient, limit: Int = .max,
    read: (_ link: String?) async throws -> Int
  ) async throws -> Refreshed {
    guard let cache = session.cache, feed.isOpen(to: try await session.identity()) else {
      return .read(try await read(nil))
    }
    var canBegin = true
    do {
      let changed = try await follow(feed, in: cache, graph, limit: limit)
      if let changed { return .followed(changes: changed) }
    } catch let error as GraphError where error.isFinal {
      // A link that is too old says so; after any other refusal a new one would fare no better.
      canBegin = error.code == .gone
    }
    // Taken before the list is read: what changes meanwhile is told again, and nothing is missed.
    let link = canBegin ? try await beginning(of: feed, graph) : nil
    let count = try await read(link)
    if link == nil { try? cache.stopFollowing(feed.kind) }
    return .read(count)
  }

  /// - Returns: How many entries changed; `nil` for a list that cannot be followed as it is.
  private func follow<Item>(
    _ feed: CacheFeed<Item>, in cache: TenantCache, _ graph: GraphClient, limit: Int
  ) async throws -> Int? {
    guard let list = try? cache.followed(feed.kind) else { return nil }
    // A list that was cut elsewhere than it would be now has too few or too many.
    guard list.limit == nil || list.limit == limit else { return nil }
    let date = session.workspace.now()
    let told = try await graph.changes(feed.request, since: list.link)
    var sync = try feed.sync(told.changes, cache, date)
    guard sync.unclear.count <= Self.mostUnclear else { return nil }
    let unclear = sync.unclear.sorted()
    let answers = try await graph.batch(unclear.map(feed.reading))
    for (id, answer) in zip(unclear, answers) {
      do {
        sync.put(feed.entry(try answer.get().value, date))
      } catch let error as GraphError where error.code == .notFound {
        sync.remove(id)
      }
    }
    return try cache.apply(
      sync, kind: feed.kind, from: list.link, to: told.link, limit: limit, at: date) ?? 0
  }

  private func beginning<Item>(
    of feed: CacheFeed<Item>, _ graph: GraphClient
  ) async throws -> String? {
    do {
      return try await graph.changes(feed.beginning).link
    } catch let error as GraphError where error.isFinal {
      return nil
    }
  }
}

extension GraphError {
  /// Whether the same request would be refused again.
  fileprivate var isFinal: Bool {
    switch code {
    case .unauthorized, .throttled, .locked: false
    case .malformedAnswer, .foreignLink, .repeatedLink, .notImplemented: true
    default: (400..<500).contains(status)
    }
  }
}
