import Cache
import CommandKit
import Foundation

/// Completes the names of the tenant from the cache's memory.
struct TenantNames: Sendable {
  let workspace: Workspace
  let typed: TypedArguments

  func suggestions(for kind: ValueKind, _ text: String) -> Suggestions {
    switch kind {
    case .team: names(.teams, text)
    case .channel: channels(text)
    case .chat: text.hasPrefix("@") ? handles(text) : names(.chats, text)
    case .person: text.hasPrefix("@") ? handles(text) : names(.people, text)
    case .member: members(text)
    case .place: places(text)
    case .message: rows(text)
    case .setting: .matching(Settings.keys.map { Suggestion($0.name, $0.abstract) }, text)
    case .value: settingValues(text)
    case .columns: Suggestions()
    case .command: commands(text)
    case .file: FileNames.suggestions(for: text)
    case .account:
      .matching(SignIn(workspace: workspace).rememberedAccounts().map { Suggestion($0) }, text)
    case .profile: .matching(profiles.map { Suggestion($0) }, text)
    case .cache: .matching(CacheKind.allCases.map { Suggestion($0.rawValue) }, text)
    default: Suggestions()
    }
  }

  /// The channels of the team at hand, or, behind a slash, of the team before it.
  private func channels(_ text: String) -> Suggestions {
    if let team = team { return names(.channels, in: team.id, text) }
    return places(text)
  }

  /// Where one could go: channels of the team at hand, teams, chats, people by `@`.
  private func places(_ text: String) -> Suggestions {
    if text.hasPrefix("@") { return handles(text) }
    var found = Suggestions()
    if let team { found = names(.channels, in: team.id, text) }
    if found.suggestions.isEmpty { found = names(.teams, text) }
    if found.suggestions.isEmpty { found = channelsBehindSlash(text) }
    if found.suggestions.isEmpty { found = names(.chats, text) }
    return found
  }

  private func channelsBehindSlash(_ text: String) -> Suggestions {
    guard let slash = text.lastIndex(of: "/"), let cache = workspace.cache else {
      return Suggestions()
    }
    let teamName = String(text[..<slash])
    let channel = String(text[text.index(after: slash)...])
    guard let team = try? cache.entries(.teams, named: teamName).first else { return Suggestions() }
    var found = names(.channels, in: team.id, channel)
    found.suggestions = found.suggestions.map {
      Suggestion($0.text, $0.about, value: "\(team.name)/\($0.value)")
    }
    return found
  }

  /// The members of where one stands, or else everybody.
  private func members(_ text: String) -> Suggestions {
    if text.hasPrefix("@") { return handles(text) }
    let keys = [workspace.place.cacheKey, workspace.place.team?.id].compactMap { $0 }
    for key in keys {
      let found = names(.members, in: key, text)
      if !found.suggestions.isEmpty { return found }
    }
    return names(.people, text)
  }

  /// People by the local part of their addresses.
  private func handles(_ text: String) -> Suggestions {
    guard let index = index(.people, nil) else { return Self.nothingRead }
    let matches = index.search(String(text.dropFirst()), limit: CommandCompleter.most)
    let list = matches.hits.compactMap { match -> Suggestion? in
      guard let local = match.detail.split(separator: "@").first else { return nil }
      return Suggestion("@\(local)", match.name, isBare: true)
    }
    return Suggestions(list, total: matches.total, note: note(index))
  }

  private func names(_ kind: CacheKind, in container: String? = nil, _ text: String) -> Suggestions
  {
    guard let index = index(kind, container) else { return Self.nothingRead }
    let matches = index.search(text, limit: CommandCompleter.most)
    guard matches.total > 0 || index.count > 0 else { return Self.nothingRead }
    // Weaker matches are shown only where there are no better ones.
    let best = matches.hits.filter { $0.tier == matches.tier }
    let isAllShown = best.count < matches.hits.count
    let counts = Dictionary(best.map { ($0.name, 1) }, uniquingKeysWith: +)
    let list = best.map { match in
      let isShared = (counts[match.name] ?? 0) > 1
      let distinct = kind == .people || kind == .members ? match.detail : match.id
      return Suggestion(match.name, match.detail, value: isShared ? distinct : match.name)
    }
    return Suggestions(
      list, total: isAllShown ? list.count : matches.total, note: note(index))
  }

  private func index(_ kind: CacheKind, _ container: String?) -> NameIndex? {
    workspace.freshen()
    guard let cache = workspace.cache else { return nil }
    return (try? cache.index(kind, container: container))
      ?? cache.loadedIndex(kind, container: container)
  }

  /// The team that `--team` names, or the one where one stands.
  private var team: Named? {
    guard let word = typed.optionValues["--team"] else { return workspace.place.team }
    let entry = try? workspace.cache?.entries(.teams, named: word.text).first
    return entry.map { Named(id: $0.id, name: $0.name) }
  }

  private func rows(_ text: String) -> Suggestions {
    let count = workspace.rowCount
    guard count > 0 else { return Suggestions() }
    return .matching(
      (1...min(count, CommandCompleter.most)).map { Suggestion("%\($0)", isBare: true) }, text)
  }

  private func settingValues(_ text: String) -> Suggestions {
    .matching(Settings.keys.flatMap(\.values).map { Suggestion($0) }, text)
  }

  private var profiles: [String] {
    let file = try? ProfileFile(contentsOf: workspace.configuration.files.configFile)
    return file?.profiles.keys.sorted() ?? []
  }

  private func commands(_ text: String) -> Suggestions {
    .matching(workspace.catalog.firstWords.map { Suggestion($0) }, text)
  }

  private static let nothingRead = Suggestions(note: "nothing read yet: cache refresh")

  /// The age of the data, in the menu's last row.
  private func note(_ index: NameIndex) -> String? {
    index.filledAt.map { filled in
      let minutes = Int(workspace.now().timeIntervalSince(filled) / 60)
      switch minutes {
      case ..<1: return "as of now"
      case ..<60: return "as of \(minutes) min ago"
      default: return "as of \(minutes / 60) h ago"
      }
    }
  }
}
