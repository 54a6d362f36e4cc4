import Cache
import CommandKit
import Commands
import Foundation
import LineEditing
import Shell
import TestSupport
import Testing

/// A session whose cache a test fills, and the completion of lines in it.
struct CompletionDesk {
  let session: TestSession

  init(_ change: (inout TestSession.Surroundings) -> Void = { _ in }) throws {
    session = try TestSession { change(&$0) }
    try session.signIn(TestToken.person([]))
  }

  init(session: TestSession) {
    self.session = session
  }

  var cache: TenantCache { get throws { try #require(session.workspace.cache) } }

  /// Stores a whole list of ids and names; people get an address each.
  func store(
    _ kind: CacheKind, in container: String? = nil, _ names: [(String, String)],
    detail: String = "", note: String = ""
  ) throws {
    let isPerson = kind == .people || kind == .members
    let entries = names.map { id, name in
      CachedEntry(
        kind: kind, container: container, id: id, name: name,
        detail: isPerson ? "\(id)@contoso.com" : detail, note: note,
        alternates: isPerson ? ["\(id)@contoso.com", id] : [], cachedAt: .now)
    }
    try cache.store(entries, kind: kind, container: container, isComplete: true)
  }

  /// The completion of a line at its end, or at the bar in it.
  func complete(_ line: String) -> Completion {
    let cursor = line.firstIndex(of: "|").map {
      line.unicodeScalars.distance(from: line.startIndex, to: $0)
    }
    let text = cursor == nil ? line : line.replacing("|", with: "")
    return CommandCompleter(workspace: session.workspace)
      .completions(for: text, cursor: cursor ?? text.unicodeScalars.count)
  }

  func insertions(_ line: String) -> [String] { complete(line).candidates.map(\.insertion) }

  func shown(_ line: String) -> [String] {
    complete(line).candidates.map { candidate in
      candidate.description.isEmpty
        ? candidate.display : "\(candidate.display) -- \(candidate.description)"
    }
  }

  /// Stands in a team from now on.
  func stand(in id: String, _ name: String) {
    session.workspace.move(to: .team(Named(id: id, name: name)))
  }
}
