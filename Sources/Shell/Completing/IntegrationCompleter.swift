import CommandKit
import LineEditing
import Scripting

/// Completes the arguments of one of the integration's commands.
struct IntegrationCompleter: Sendable {
  let workspace: Workspace
  let command: IntegrationCommand

  /// The names that fit what is typed behind a `!`: from their beginning, or from one of their words.
  ///
  /// Anything else may be a program's name, for which nothing of ours is offered.
  static func names(_ catalog: Catalog, typed: String) -> Suggestions {
    let all = catalog.integrationCommands.map { Suggestion($0.name, $0.abstract) }
    let typed = typed.lowercased()
    let fitting = all.filter { $0.text.hasPrefix(typed) }
    guard fitting.isEmpty, typed.count > 2 else { return Suggestions(fitting) }
    return Suggestions(all.filter { $0.text.contains("-\(typed)") })
  }

  func suggestions(in context: CursorContext) -> Suggestions {
    let text = context.typed
    if let name = context.optionName {
      if let argument = command.argument(name) {
        return values(of: argument, text, context)
      }
      return optionValues(of: name, text)
    }
    if let option = context.words.last?.option, option.value == nil {
      let values = optionValues(of: option.name, text)
      if !values.suggestions.isEmpty { return values }
    }
    if text.hasPrefix("-"), !context.isLiteral {
      return .matching(Self.options(isWrite: !command.effect.isRead), text)
    }
    guard !context.isLiteral else { return Suggestions() }
    let given = given(in: context)
    let names = command.arguments.filter { given[$0.name] == nil }.map { argument in
      Suggestion("\(argument.name)=", argument.abstract, closes: false, isBare: true)
    }
    let fitting = names.filter { $0.text.hasPrefix(text) }
    return Suggestions(fitting.isEmpty ? names.filter { $0.text.contains(text) } : fitting)
  }

  /// The arguments that are there already, by their names.
  private func given(in context: CursorContext) -> [String: String] {
    context.words.dropFirst().reduce(into: [:]) { given, word in
      if let (name, value) = word.assignment { given[name] = value.text }
    }
  }

  private func values(
    of argument: IntegrationArgument, _ text: String, _ context: CursorContext
  ) -> Suggestions {
    if !argument.choices.isEmpty {
      return .matching(argument.choices.map { Suggestion($0) }, text)
    }
    guard argument.kind != .text,
      let (entry, _) = workspace.catalog.command(["member", "remove"])
    else { return Suggestions() }
    let typed = TypedArguments(
      entry, grammar: workspace.catalog.grammar(of: entry), words: place(in: context))
    guard argument.form == .list, let comma = text.lastIndex(of: ",") else {
      return ArgumentValues(workspace: workspace, typed: typed, text: text, isLiteral: true)
        .suggestions(for: argument.kind)
    }
    // Only the last name of a list is completed; those before it stay.
    let head = text[...comma] + " "
    let last = text[text.index(after: comma)...].drop { $0 == " " }
    var found = ArgumentValues(
      workspace: workspace, typed: typed, text: String(last), isLiteral: true
    ).suggestions(for: argument.kind)
    found.suggestions = found.suggestions.map {
      Suggestion($0.text, $0.about, value: head + $0.value, closes: false)
    }
    return found
  }

  /// The team, channel or chat that the other arguments name, as options of ours.
  private func place(in context: CursorContext) -> [Word] {
    let given = given(in: context)
    var words: [Word] = []
    if let chat = given["chat"] {
      words += ["--chat", Word(chat, isLiteral: true)]
    } else {
      let team = given["team"] ?? given["team_name"] ?? workspace.configuration.profile.team
      if let team { words += ["--team", Word(team, isLiteral: true)] }
      if let channel = given["channel"] ?? given["channel_name"] {
        words += ["--channel", Word(channel, isLiteral: true)]
      }
    }
    return words
  }

  private func optionValues(of name: String, _ text: String) -> Suggestions {
    switch name {
    case "-o", "--output":
      let formats = workspace.catalog.command(["help"]).map {
        workspace.catalog.grammar(of: $0.entry).option("--output")?.values ?? []
      }
      return .matching((formats ?? []).map { Suggestion($0) }, text)
    case "--as": return .matching(IdentityKind.allCases.map { Suggestion($0.rawValue) }, text)
    case "--jq":
      return FieldPaths(workspace.documents(of: command.name)).suggestions(text)
    default: return Suggestions()
    }
  }

  private static func options(isWrite: Bool) -> [Suggestion] {
    let always = [
      Suggestion("--output", "Show the reply in this format.", isBare: true),
      Suggestion("--jq", "Filter the context through a jq expression.", isBare: true),
      Suggestion("--as", "Use this identity only.", isBare: true),
    ]
    return isWrite
      ? always + [Suggestion("--dry-run", "Show each write, and send none.", isBare: true)] : always
  }
}

extension IntegrationCompleter {
  /// Names the arguments that the command cannot do without.
  func hint(in context: CursorContext) -> Hint? {
    guard context.optionName == nil else { return nil }
    let given = given(in: context)
    if context.typed.isEmpty {
      let missing = command.arguments.filter { $0.isRequired && given[$0.name] == nil }
      guard !missing.isEmpty else { return nil }
      return Hint(
        missing.map { "\($0.name)=<\($0.kind.rawValue)>" }.joined(separator: " "),
        isPlaceholder: true)
    }
    let typed = context.typed
    let name = command.arguments.map { "\($0.name)=" }.first {
      $0.hasPrefix(typed) && given[String($0.dropLast())] == nil
    }
    return name.map { Hint(String($0.dropFirst(typed.count))) }
  }
}

extension Suggestion {
  /// The text to put behind an argument's `=`, quoted as the integration's values are.
  func integrationInsertion(openQuote: Lexer.QuoteStyle?) -> String {
    guard !isBare else { return closes ? value + " " : value }
    let word = Lexer.integrationValue(value, style: openQuote)
    guard !closes else { return word + " " }
    return ["'", "\"", "`"].contains(word.first) ? String(word.dropLast()) : word
  }
}
