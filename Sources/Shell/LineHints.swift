package import CommandKit
package import LineEditing
import Scripting

/// Thinks of how a line could go on: as an earlier line did, or else as the commands' grammar says.
package struct LineHints: Hinter {
  private let workspace: Workspace
  private let earlier: @Sendable (String) -> String?

  /// Makes hints; `earlier` finds the newest earlier line that goes on from the one typed.
  package init(
    workspace: Workspace,
    earlier: @escaping @Sendable (String) -> String?
  ) {
    self.workspace = workspace
    self.earlier = earlier
  }

  package func hint(for line: String) -> Hint? {
    if let earlier = earlier(line) {
      return Hint(Self.rest(of: earlier, behind: line))
    }
    return grammarHint(
      CursorContext(
        line: line, cursor: line.unicodeScalars.count,
        integration: workspace.integrationNames))
  }

  private func grammarHint(_ context: CursorContext) -> Hint? {
    guard context.openQuote == nil, !context.isLiteral, !context.isDynamic else { return nil }
    let words = CommandWords(workspace: workspace)
    switch context.place {
    case .command:
      guard !context.typed.isEmpty else { return nil }
      return Self.hint(words.first, typed: context.typed)
    case .argument: return argumentHint(context, words)
    case .integrationName:
      // A short word is more likely a program's name.
      guard context.typed.count > 5 else { return nil }
      return Self.hint(
        workspace.catalog.integrationCommands.map(\.name), typed: context.typed)
    case .fileName, .variable, .assignedValue, .foreign: return nil
    }
  }

  private func argumentHint(_ context: CursorContext, _ words: CommandWords) -> Hint? {
    let before = context.words.map(\.text)
    if let command = workspace.catalog.integration(before.first) {
      return IntegrationCompleter(workspace: workspace, command: command).hint(in: context)
    }
    switch workspace.catalog.lookup(before) {
    case .noun(let noun) where before.count == 1:
      if case .command(let entry, words: 2) = workspace.catalog.lookup(before + [context.typed]) {
        return missing(
          TypedArguments(entry, grammar: workspace.catalog.grammar(of: entry), words: []), " ")
      }
      return Self.hint(words.verbs(of: noun.name), typed: context.typed)
    case .command(let entry, let count):
      let typed = TypedArguments(
        entry, grammar: workspace.catalog.grammar(of: entry),
        words: Array(context.words.dropFirst(count)))
      if context.typed.isEmpty, context.optionName == nil { return missing(typed, "") }
      guard context.typed.hasPrefix("--"), context.optionName == nil, typed.awaitedOption == nil
      else { return nil }
      return Self.hint(typed.remainingOptions.map(\.text), typed: context.typed)
    case .noun, .unknownVerb, .unknown: return nil
    }
  }

  /// Names what the command cannot do without; nothing where it has all.
  private func missing(_ typed: TypedArguments, _ blank: String) -> Hint? {
    if let option = typed.awaitedOption, let name = option.valueName {
      return Hint("\(blank)<\(name)>", isPlaceholder: true)
    }
    let names = typed.missingPositionals.compactMap(\.valueName)
    guard !names.isEmpty else { return nil }
    return Hint(blank + names.map { "<\($0)>" }.joined(separator: " "), isPlaceholder: true)
  }

  private static func hint(_ list: [String], typed: String) -> Hint? {
    list.first { $0.hasPrefix(typed) && $0 != typed }.map { Hint(rest(of: $0, behind: typed)) }
  }

  private static func rest(of whole: String, behind start: String) -> String {
    String(
      String.UnicodeScalarView(whole.unicodeScalars.dropFirst(start.unicodeScalars.count)))
  }
}
