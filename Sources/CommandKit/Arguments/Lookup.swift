import Cache
import Documents
import Foundation
import Graph
import Output

/// What a name is looked up for, which decides how sure one must be of it.
package enum Purpose: Sendable {
  /// The cache may answer.
  case read
  /// Confirmed at Graph, unless cached less than a minute ago.
  case write
  /// As for a write; in a script by exact name or id only.
  case remove

  /// How old a row of the cache may be, in seconds.
  var patience: TimeInterval { self == .read ? .infinity : 60 }
}

/// One kind of thing that names are looked up for: where it is cached, and how Graph is asked.
struct Lookup<Item: Sendable>: Sendable {
  /// Where the cache keeps such things.
  struct Shelf: Sendable {
    let kind: CacheKind
    /// What the things are inside of, as the cache keys it.
    var container: String?
    /// Makes an item from a row.
    let item: @Sendable (CachedEntry) -> Item
  }

  let kind: CommandError.Kind
  /// What asking Graph needs; `nil` where the command's own permissions are for that, or nothing is asked.
  let needs: Permissions.Requirement?
  /// `nil` where the cache keeps no such things, or may not answer.
  let shelf: Shelf?
  let id: @Sendable (Item) -> String
  let names: @Sendable (Item) -> [String]
  /// What tells two of one name apart.
  let detail: @Sendable (Item) -> String
  /// Asks Graph for what the text may mean, and for what comes near it; the matching happens here.
  let fresh: @Sendable (String) async throws -> [Item]

  /// The same among what was found already: nothing is asked any more.
  func among(_ found: [Item]) -> Lookup {
    Lookup(
      kind: kind, needs: nil, shelf: nil, id: id, names: names, detail: detail,
      fresh: { _ in found })
  }
}

extension Session {
  /// Finds the one thing that a text means.
  ///
  /// - Throws: ``CommandError`` when nothing matches, or several things do and nobody can choose.
  func find<Item>(
    _ text: String, _ lookup: Lookup<Item>, for purpose: Purpose
  ) async throws -> Item {
    let item = try await match(text, lookup, for: purpose)
    if let shelf = lookup.shelf {
      noteUse(of: lookup.id(item), shelf.kind, container: shelf.container)
    }
    return item
  }

  private func match<Item>(
    _ text: String, _ lookup: Lookup<Item>, for purpose: Purpose
  ) async throws -> Item {
    guard !text.isEmpty else {
      throw CommandError(.notFound(lookup.kind, text, nearest: []))
    }
    if let item = cachedMatch(text, lookup, for: purpose) { return item }
    let found = try await lookingUp(lookup.kind, lookup.needs) { try await lookup.fresh(text) }
    switch NameMatch(text, among: found, id: lookup.id, names: lookup.names) {
    case .one(let item, let isExact):
      if purpose == .remove, !isExact, !call.io.isInteractive {
        throw CommandError(
          .inexact(lookup.kind, typed: text, name: lookup.names(item).first ?? ""))
      }
      return item
    case .several(let items):
      let candidates = items.map { item in
        CommandError.Candidate(
          name: lookup.names(item).first ?? "", detail: lookup.detail(item), id: lookup.id(item))
      }
      return items[try await choose(lookup.kind, text, among: candidates)]
    case .none:
      let near = Spelling.nearest(to: text, among: found.flatMap(lookup.names))
      throw CommandError(.notFound(lookup.kind, text, nearest: near))
    }
  }

  /// What the cache answers; `nil` where it may not, cannot, or knows several.
  func cachedMatch<Item>(
    _ text: String, _ lookup: Lookup<Item>, for purpose: Purpose
  ) -> Item? {
    guard !call.avoidsCache, let cache, let shelf = lookup.shelf else { return nil }
    var entries = (try? cache.entries(shelf.kind, container: shelf.container, named: text)) ?? []
    if entries.isEmpty, let entry = try? cache.entry(shelf.kind, id: text),
      entry.container == shelf.container
    {
      entries = [entry]
    }
    let now = workspace.now()
    entries.removeAll { now.timeIntervalSince($0.cachedAt) > purpose.patience }
    let match = NameMatch(
      text, among: entries.map(shelf.item), id: lookup.id, names: lookup.names)
    guard case .one(let item, let isExact) = match, isExact || purpose != .remove else {
      return nil
    }
    call.used(
      Call.CacheRow(kind: shelf.kind, container: shelf.container, id: lookup.id(item)))
    return item
  }

  /// Lets the person choose among several; in a script they are an error that lists them.
  ///
  /// - Returns: The position of the one chosen.
  func choose(
    _ kind: CommandError.Kind, _ text: String, among candidates: [CommandError.Candidate]
  ) async throws -> Int {
    guard call.io.isInteractive, let questioner = workspace.questioner else {
      throw CommandError(.ambiguous(kind, text, candidates))
    }
    let rows = candidates.enumerated().map { number, candidate in
      HostileText.visible("  \(number + 1)  \(candidate.name)  \(candidate.detail)") + "\n"
    }
    let heading = HostileText.visible("Several match \u{201C}\(text)\u{201D}:") + "\n"
    let answer = await questioner.ask(
      heading + rows.joined() + "Which? [1-\(rows.count)] ")
    guard let answer, let number = Int(answer.trimmingCharacters(in: .whitespaces)),
      candidates.indices.contains(number - 1)
    else { throw CommandError(.declined) }
    return number - 1
  }
}
