import Cache
import CommandKit
import Foundation

/// Completes the names of the tenant from the cache's memory, and has read what is not there.
struct TenantNames: Sendable {
  let workspace: Workspace
  let typed: TypedArguments
  let isLiteral: Bool

  func teams(_ text: String) -> Suggestions { names(.teams, text).suggestions }

  func people(_ text: String) -> Suggestions {
    isHandle(text) ? handles(text) : names(.people, text).suggestions
  }

  func chats(_ text: String) -> Suggestions {
    isHandle(text) ? handles(text) : names(.chats, text).suggestions
  }

  /// Names of one list, and how well they match.
  struct Found: Sendable {
    var suggestions = Suggestions()
    var tier: NameTier?
  }

  /// The names of a list that match best.
  ///
  /// - Parameters:
  ///   - kind: The list's kind.
  ///   - place: What the list belongs to.
  ///   - text: What is typed.
  ///   - byID: Whether ids are wanted in the line, and names only to choose by.
  /// - Returns: The names.
  func names(
    _ kind: CacheKind, of place: Place = .nowhere, _ text: String, byID: Bool = false
  ) -> Found {
    let list = index(kind, of: place)
    guard let index = list.index else { return Found(suggestions: Suggestions(note: list.note)) }
    let matches = index.search(text, limit: CommandCompleter.most)
    // Weaker matches are shown only where there are no better ones.
    let best = matches.hits.filter { $0.tier == matches.tier }
    let isCut = best.count == matches.hits.count && matches.total > best.count
    let fitting = Self.smartCase(best, text, isCut: isCut)
    let counts = kind == .teams ? memberCounts(of: fitting.map(\.id)) : [:]
    let shown = fitting.map { match in
      let name = match.name.isEmpty ? match.id : match.name
      return Suggestion(
        name, Self.about(match, kind, members: counts[match.id]),
        value: byID ? match.id : index.isShared(match.name) ? Self.distinct(match) : name)
    }
    return Found(
      suggestions: Suggestions(
        shown, total: isCut ? matches.total : shown.count,
        note: Self.note(list.note, of: matches, for: text, in: index)),
      tier: matches.tier)
  }

  /// An index as far as it is to be had, and what is to be said of it.
  func index(_ kind: CacheKind, of place: Place = .nowhere) -> (index: NameIndex?, note: String?) {
    guard let cache = workspace.cache else { return (nil, "nobody is signed in: login") }
    let progress = workspace.want(kind, of: place)
    let container = ListName(kind, of: place)?.container
    var isOld = false
    var index: NameIndex?
    switch try? cache.readyIndex(kind, container: container) {
    case .current(let current): index = current
    case .old(let old):
      index = old
      isOld = true
      workspace.load(kind, container: container)
    case .notLoaded: workspace.load(kind, container: container)
    case nil: index = cache.loadedIndex(kind, container: container)
    }
    let note = ListNote(
      kind: kind, count: index?.count, filledAt: index?.filledAt, progress: progress, isOld: isOld)
    return (index, note.text(at: workspace.now()))
  }

  /// What is said of a list; where nothing in it fits, that first.
  private static func note(
    _ note: String?, of matches: NameMatches, for text: String, in index: NameIndex
  ) -> String? {
    guard matches.hits.isEmpty, index.count > 0, !text.isEmpty else { return note }
    return ["nothing matches “\(text)”", note].compactMap(\.self).joined(separator: " · ")
  }

  /// A capital typed means that letter, as long as some name has it so.
  private static func smartCase(
    _ matches: [NameMatch], _ text: String, isCut: Bool
  ) -> [NameMatch] {
    guard text.contains(where: \.isUppercase) else { return matches }
    let exact = matches.filter { $0.name.contains(text) || $0.detail.contains(text) }
    guard !exact.isEmpty else { return matches }
    return isCut ? exact + matches.filter { !exact.contains($0) } : exact
  }

  /// What stands for one of several that share a name.
  private static func distinct(_ match: NameMatch) -> String {
    match.detail.contains("@") ? match.detail : match.id
  }

  private static func about(_ match: NameMatch, _ kind: CacheKind, members: Int?) -> String {
    let detail = kind == .chats && match.detail == "oneOnOne" ? "one-on-one" : match.detail
    let parts: [String]
    switch kind {
    case .teams:
      let count = members.map { $0 == 1 ? "1 member" : "\($0) members" }
      parts = [detail.lowercased(), count ?? match.note]
    case .people, .members, .channels, .chats: parts = [detail, match.note]
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func memberCounts(of teams: [String]) -> [String: Int] {
    (try? workspace.cache?.sizes(.members, of: teams)) ?? [:]
  }
}

extension TenantNames {
  /// Whether a text is the beginning of `@x`.
  func isHandle(_ text: String) -> Bool { text.hasPrefix("@") && !isLiteral }

  /// People by the local part of their addresses.
  func handles(_ text: String) -> Suggestions {
    let list = index(.people)
    guard let index = list.index else { return Suggestions(note: list.note) }
    let matches = index.search(String(text.dropFirst()), limit: CommandCompleter.most)
    let best = matches.hits.filter { $0.tier == matches.tier }
    let isCut = best.count == matches.hits.count && matches.total > best.count
    let locals = best.map { $0.detail.split(separator: "@").first.map(String.init) }
    let counts = Dictionary(locals.compactMap(\.self).map { ($0, 1) }, uniquingKeysWith: +)
    let shown = zip(best, locals).compactMap { match, local -> Suggestion? in
      guard let local else { return nil }
      let about = [match.name, match.note].filter { !$0.isEmpty }.joined(separator: " · ")
      guard counts[local] == 1 else { return Suggestion(match.detail, about) }
      return Suggestion("@\(local)", about, signs: 1)
    }
    return Suggestions(
      shown, total: isCut ? matches.total : shown.count,
      note: Self.note(list.note, of: matches, for: String(text.dropFirst()), in: index))
  }
}
