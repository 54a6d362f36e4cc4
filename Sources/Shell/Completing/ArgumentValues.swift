import Cache
import CommandKit

/// Completes one argument of a command by what its declaration says that it takes.
struct ArgumentValues: Sendable {
  let workspace: Workspace
  let typed: TypedArguments
  /// What is typed of it, without quotes.
  let text: String
  /// Whether it began quoted: then a sign in it is only a letter.
  let isLiteral: Bool

  func suggestions(for parameter: Grammar.Parameter) -> Suggestions {
    if !parameter.values.isEmpty {
      return .matching(parameter.values.map { Suggestion($0) }, text)
    }
    guard let kind = parameter.kind else { return Suggestions() }
    if kind.isTarget, text.hasPrefix("%"), !isLiteral {
      let rows = local.rows(text)
      // A name may begin so too.
      if !rows.suggestions.isEmpty { return rows }
    }
    return suggestions(for: kind)
  }

  func suggestions(for kind: ValueKind) -> Suggestions {
    let names = TenantNames(workspace: workspace, typed: typed, isLiteral: isLiteral)
    switch kind {
    case .team: return names.teams(text)
    case .channel: return names.channels(text)
    case .chat: return names.chats(text)
    case .person: return names.people(text)
    case .member: return names.members(text)
    case .place: return names.places(text)
    case .message, .meeting: return local.rows(text)
    case .setting: return local.settings(text)
    case .value: return local.values(text, of: typed.positionals.last?.text ?? "")
    case .columns:
      return ColumnNames(
        titles: typed.entry.type.columnTitles,
        documents: workspace.documents(of: typed.entry.name)
      ).suggestions(text)
    case .jq: return FieldPaths(workspace.documents(of: typed.entry.name)).suggestions(text)
    case .command: return local.commands(text, behind: typed.positionals.map(\.text))
    case .page: return local.pages(text, behind: typed.positionals.map(\.text))
    case .file: return FileNames.suggestions(for: text, isRestricted: workspace.isRestricted)
    case .account: return local.accounts(text)
    case .profile: return local.profiles(text)
    case .permission: return local.permissions(text)
    case .key: return local.journalKeys(text)
    case .question: return local.questions(text)
    case .code: return local.codes(text)
    case .header: return local.headers(text)
    case .path: return GraphPaths(names: names, command: typed.entry.name).suggestions(text)
    case .secret:
      return .matching([Suggestion("-", "read from standard input", isBare: true)], text)
    case .alias:
      return .matching(workspace.aliases.map { Suggestion($0.name, $0.text) }, text)
    case .job:
      let jobs = workspace.jobs?.jobs ?? []
      return .matching(
        jobs.map { Suggestion(String($0.number), "\($0.state)  \($0.text)") }, text)
    case .app: return local.apps(text)
    case .incident:
      // Behind `use` a number follows one word alone.
      if typed.entry.name == "use", typed.positionals.first?.text != "incident" { break }
      return local.incidents(text)
    case .cache: return .matching(CacheKind.allCases.map { Suggestion($0.rawValue) }, text)
    // Kinds with a closed list bring their values with them; the rest is free text.
    case .format, .role, .kind, .identity, .cloud, .text, .name, .topic, .number, .date, .json,
      .argument, .seconds, .duration, .link:
      break
    }
    return Suggestions()
  }

  private var local: LocalNames { LocalNames(workspace: workspace) }
}

extension ValueKind {
  /// Whether a row of the last list can stand for it.
  fileprivate var isTarget: Bool {
    [
      .team, .channel, .chat, .member, .person, .place, .message, .meeting, .key, .profile, .app,
      .question, .incident,
    ].contains(self)
  }
}
