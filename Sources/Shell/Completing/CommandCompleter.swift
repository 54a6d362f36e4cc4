import ArgumentParser
package import CommandKit
package import LineEditing
import Scripting

/// Completes a line at the prompt from the commands' declarations and the cache, without a request.
package final class CommandCompleter: Completer {
  let workspace: Workspace

  /// The most candidates that are worth handing to a menu.
  static let most = 50

  package init(workspace: Workspace) {
    self.workspace = workspace
  }

  package func completions(for line: String, cursor: Int) -> Completion {
    let context = CursorContext(
      line: line, cursor: cursor, integration: workspace.integrationNames)
    let found = suggestions(in: context, of: line)
    let isIntegrationValue =
      context.optionName != nil && workspace.catalog.integration(context.words.first?.text) != nil
      && context.optionName?.hasPrefix("-") == false
    let candidates = found.suggestions.prefix(Self.most).map { suggestion in
      Candidate(
        insertion: isIntegrationValue
          ? suggestion.integrationInsertion(openQuote: context.openQuote)
          : suggestion.insertion(
            openQuote: context.openQuote, isLiteral: context.isLiteral),
        display: suggestion.text, description: suggestion.about)
    }
    return Completion(
      replacing: context.range, candidates: candidates, total: found.total, note: found.note)
  }

  /// Has a listener told when names arrive that an open menu may want.
  package func announce(to listener: @escaping @Sendable () -> Void) {
    workspace.watchNames(listener)
  }

  private func suggestions(in context: CursorContext, of line: String) -> Suggestions {
    if case .variable = context.place {
      let scalars = line.unicodeScalars.prefix(context.range.lowerBound)
      let names = VariableNames(workspace: workspace, isBraced: scalars.last == "{")
      return names.suggestions(context.typed)
    }
    // What a variable or a command will put there nobody knows yet.
    guard !context.isDynamic else { return Suggestions() }
    switch context.place {
    case .command:
      return firstWords(context.typed)
    case .integrationName:
      return IntegrationCompleter.names(workspace.catalog, typed: context.typed)
    case .fileName:
      return FileNames.suggestions(for: context.typed, isRestricted: workspace.isRestricted)
    case .argument:
      return argument(in: context)
    case .assignedValue, .foreign, .variable:
      return Suggestions()
    }
  }

  /// Nouns and commands that stand alone; the integration's where nothing of ours fits.
  private func firstWords(_ typed: String) -> Suggestions {
    let ours = workspace.catalog.nouns.flatMap { noun in
      noun.name.isEmpty
        ? noun.commands.map { Suggestion($0.verb, $0.configuration.abstract) }
        : [Suggestion(noun.name, noun.abstract)]
    }
    let aliases = workspace.aliases.map { Suggestion($0.name, $0.text) }
    let found = Suggestions.matching(ours + aliases, typed)
    let isBetter = found.suggestions.contains { $0.text.hasPrefix(typed.lowercased()) }
    let names = IntegrationCompleter.names(workspace.catalog, typed: typed)
    return isBetter || names.suggestions.isEmpty ? found : names
  }

  private func argument(in context: CursorContext) -> Suggestions {
    let words = context.words.map(\.text)
    if let command = workspace.catalog.integration(words.first) {
      return IntegrationCompleter(workspace: workspace, command: command)
        .suggestions(in: context)
    }
    if case .noun(let noun) = workspace.catalog.lookup(words), words.count == 1,
      !context.typed.hasPrefix("-")
    {
      let verbs = noun.commands.map { Suggestion($0.verb, $0.configuration.abstract) }
      return .matching(verbs, context.typed)
    }
    guard let (entry, count) = workspace.catalog.command(words) else { return Suggestions() }
    let typed = TypedArguments(
      entry, grammar: workspace.catalog.grammar(of: entry),
      words: Array(context.words.dropFirst(count)))
    return value(in: context, typed: typed)
  }

  private func value(in context: CursorContext, typed: TypedArguments) -> Suggestions {
    let values = ArgumentValues(
      workspace: workspace, typed: typed, text: context.typed, isLiteral: context.isLiteral)
    if let name = context.optionName {
      return typed.grammar.option(name).map(values.suggestions) ?? Suggestions()
    }
    if let option = typed.awaitedOption { return values.suggestions(for: option) }
    let options = Suggestions.matching(typed.remainingOptions, context.typed)
    if context.typed.hasPrefix("-"), !context.isLiteral { return options }
    guard let parameter = typed.nextPositional else {
      return context.typed.isEmpty && !context.isLiteral ? options : Suggestions()
    }
    return values.suggestions(for: parameter)
  }
}
