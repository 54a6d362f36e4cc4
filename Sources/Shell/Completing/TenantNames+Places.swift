import Cache
import CommandKit
import Records

extension TenantNames {
  /// The channels of the team at hand, or `Team/Channel`.
  func channels(_ text: String) -> Suggestions {
    var found: [Found] = []
    if let team { found.append(names(.channels, of: .team(team), text)) }
    if typed.optionValues["--team"] == nil {
      found.append(behindSlash(text))
      if found.allSatisfy({ $0.tier == nil }) { found.append(teamsGoingOn(text)) }
    }
    return Self.best(of: found)
  }

  /// Where one could go: channels of the team at hand, teams, chats, people by `@`, channels by path.
  func places(_ text: String) -> Suggestions {
    if isHandle(text) { return handles(text) }
    if text.hasPrefix("/"), !isLiteral {
      return Self.best(of: [
        names(.teams, String(text.dropFirst())), behindSlash(String(text.dropFirst())),
      ])
      .absolute
    }
    var found: [Found] = []
    if let team = workspace.place.team {
      found.append(names(.channels, of: .team(team), text).marked("channel"))
    }
    found.append(names(.teams, text).marked("team"))
    found.append(behindSlash(text))
    if workspace.identities[.person] != nil { found.append(names(.chats, text).marked("chat")) }
    var best = Self.best(of: found)
    if isIncidentMeant(by: text) {
      best.suggestions.append(Suggestion("incident", "an incident, by its number", isBare: true))
      best.total += 1
    }
    return best
  }

  /// Whether a word goes on as `incident`, and there is an open one to go to.
  private func isIncidentMeant(by text: String) -> Bool {
    guard !text.isEmpty, !isLiteral, "incident".hasPrefix(text) else { return false }
    let open = try? workspace.knownIncidents()?.count(areClosed: false)
    return open.map { $0 > 0 } ?? false
  }

  /// The members of the place that options name, or of where one stands; from nowhere everybody.
  func members(_ text: String) -> Suggestions {
    if isHandle(text) { return handles(text) }
    let place = memberPlace
    guard place.cacheKey != nil else { return people(text) }
    let found = names(.members, of: place, text).suggestions
    // A list that nobody may read says so, and everybody is offered; one on its way is waited for.
    guard found.suggestions.isEmpty, index(.members, of: place).index?.count == 0,
      workspace.want(.members, of: place) != .reading
    else { return found }
    var everybody = people(text)
    everybody.note = found.note
    return everybody
  }

  /// The channels behind a slash, of the team before it.
  private func behindSlash(_ text: String) -> Found {
    for slash in text.indices.reversed() where text[slash] == "/" {
      guard let team = named(.teams, String(text[..<slash])) else { continue }
      let rest = String(text[text.index(after: slash)...])
      var found = names(.channels, of: .team(team), rest)
      found.suggestions.suggestions = found.suggestions.suggestions.map {
        Suggestion($0.text, $0.about, value: "\(text[..<slash])/\($0.value)")
      }
      return found
    }
    return Found()
  }

  /// Teams whose channels are meant: the word goes on behind a slash.
  private func teamsGoingOn(_ text: String) -> Found {
    var found = names(.teams, text)
    found.suggestions.suggestions = found.suggestions.suggestions.map {
      Suggestion($0.text + "/", $0.about, value: $0.value + "/", closes: false)
    }
    return found
  }

  /// Of several lists those that match best, in the order given.
  private static func best(of found: [Found]) -> Suggestions {
    let tier = found.compactMap(\.tier).min()
    let fitting = found.filter { $0.tier == tier && ($0.tier != nil || $0.suggestions.note != nil) }
    var result = Suggestions(
      fitting.flatMap(\.suggestions.suggestions),
      total: fitting.map(\.suggestions.total).reduce(0, +))
    result.note = fitting.lazy.compactMap(\.suggestions.note).first
    return result
  }
}

extension TenantNames {
  /// The team that `--team` names, or the one where one stands, or else the profile's.
  private var team: Named? {
    if let word = typed.optionValues["--team"] { return named(.teams, word.text) }
    return workspace.place.team
      ?? workspace.configuration.profile.team.flatMap { named(.teams, $0) }
  }

  /// The place that `--team`, `--channel` and `--chat` name, or where one stands.
  ///
  /// A standard channel keeps no list of its own; its team's members are its members.
  private var memberPlace: Place {
    if let word = typed.optionValues["--chat"] {
      return named(.chats, word.text).map(Place.chat) ?? .nowhere
    }
    if let word = typed.optionValues["--channel"] { return memberPlace(ofChannel: word.text) }
    if typed.optionValues["--team"] != nil { return team.map(Place.team) ?? .nowhere }
    if case .channel(let team, let channel) = workspace.place {
      return isStandard(channel.id, of: team) ? .team(team) : workspace.place
    }
    return workspace.place
  }

  private func memberPlace(ofChannel text: String) -> Place {
    var readings = team.map { [($0, text)] } ?? []
    for slash in text.indices.reversed() where text[slash] == "/" {
      guard let team = named(.teams, String(text[..<slash])) else { continue }
      readings.append((team, String(text[text.index(after: slash)...])))
    }
    for (team, name) in readings {
      guard let channel = named(.channels, in: team.id, name) else { continue }
      return isStandard(channel.id, of: team) ? .team(team) : .channel(team: team, channel)
    }
    return .nowhere
  }

  private func isStandard(_ channel: String, of team: Named) -> Bool {
    let entry = try? workspace.cache?.entry(.channels, id: channel)
    return (entry?.detail ?? "standard") == "standard"
  }

  /// What a name or id stands for, as far as the cache knows.
  func named(_ kind: CacheKind, in container: String? = nil, _ text: String) -> Named? {
    guard let cache = workspace.cache else { return nil }
    let entry =
      (try? cache.entries(kind, container: container, named: text))?.first
      ?? (try? cache.entry(kind, id: text))
    return entry.map { Named(id: $0.id, name: $0.name) }
  }
}

extension TenantNames.Found {
  /// The same, each said to be of a kind where several kinds stand in one list.
  fileprivate func marked(_ kind: String) -> Self {
    var copy = self
    copy.suggestions.suggestions = suggestions.suggestions.map {
      Suggestion(
        $0.text, $0.about.isEmpty ? kind : "\(kind) · \($0.about)", value: $0.value)
    }
    return copy
  }
}

extension Suggestions {
  /// The same behind a slash, which makes a path one from the top.
  fileprivate var absolute: Suggestions {
    var copy = self
    copy.suggestions = suggestions.map {
      Suggestion($0.text, $0.about, value: "/\($0.value)", signs: 1)
    }
    return copy
  }
}
