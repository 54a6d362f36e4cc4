import ArgumentParser
package import CommandKit
package import LineEditing
import Scripting
import Synchronization

/// Completes a line at the prompt from the commands' declarations and the cache, without a request.
package final class CommandCompleter: Completer {
  let workspace: Workspace
  private let grammars = Mutex<[String: Grammar]>([:])

  /// The most candidates that are worth handing to a menu.
  static let most = 50

  package init(workspace: Workspace) {
    self.workspace = workspace
  }

  package func completions(for line: String, cursor: Int) -> Completion {
    let context = CursorContext(line: line, cursor: cursor)
    let found = suggestions(in: context)
    let candidates = found.suggestions.map { suggestion in
      Candidate(
        insertion: suggestion.insertion(openQuote: context.openQuote),
        display: suggestion.text, description: suggestion.about)
    }
    return Completion(
      replacing: context.range, candidates: candidates, total: found.total, note: found.note)
  }

  private func suggestions(in context: CursorContext) -> Suggestions {
    switch context.place {
    case .command:
      return .matching(firstWords(), context.typed)
    case .fileName:
      return FileNames.suggestions(for: context.typed)
    case .variable:
      return .matching(
        workspace.names.sorted().map { Suggestion($0, closes: false) }, context.typed)
    case .argument:
      return argument(in: context)
    case .assignedValue, .foreign:
      return Suggestions()
    }
  }

  /// Nouns and commands that stand alone.
  private func firstWords() -> [Suggestion] {
    workspace.catalog.nouns.flatMap { noun in
      noun.name.isEmpty
        ? noun.commands.map { Suggestion($0.verb, $0.configuration.abstract) }
        : [Suggestion(noun.name, noun.abstract)]
    }
  }

  private func argument(in context: CursorContext) -> Suggestions {
    switch workspace.catalog.lookup(context.words.map(\.text)) {
    case .noun(let noun) where context.words.count == 1 && !context.typed.hasPrefix("-"):
      let verbs = noun.commands.map { Suggestion($0.verb, $0.configuration.abstract) }
      return .matching(verbs, context.typed)
    case .command(let entry, let count):
      let typed = TypedArguments(
        grammar: grammar(of: entry), words: Array(context.words.dropFirst(count)))
      return value(in: context, typed: typed)
    case .noun, .unknownVerb, .unknown:
      guard let (entry, count) = workspace.catalog.command(context.words.map(\.text)) else {
        return Suggestions()
      }
      let typed = TypedArguments(
        grammar: grammar(of: entry), words: Array(context.words.dropFirst(count)))
      return value(in: context, typed: typed)
    }
  }

  private func value(in context: CursorContext, typed: TypedArguments) -> Suggestions {
    if let name = context.optionName {
      guard let option = typed.grammar.option(name) else { return Suggestions() }
      return values(of: option, context.typed, among: typed)
    }
    if let option = typed.awaitedOption { return values(of: option, context.typed, among: typed) }
    if context.typed.hasPrefix("-"), !context.isLiteral {
      return .matching(typed.remainingOptions, context.typed)
    }
    guard let parameter = typed.nextPositional else { return Suggestions() }
    return values(of: parameter, context.typed, among: typed)
  }

  private func values(
    of parameter: Grammar.Parameter, _ text: String, among typed: TypedArguments
  ) -> Suggestions {
    if !parameter.values.isEmpty {
      return .matching(parameter.values.map { Suggestion($0) }, text)
    }
    guard let kind = parameter.kind else { return Suggestions() }
    return TenantNames(workspace: workspace, typed: typed).suggestions(for: kind, text)
  }

  /// A command's grammar, read from its declarations when first needed.
  func grammar(of entry: CatalogEntry) -> Grammar {
    if let known = grammars.withLock({ $0[entry.name] }) { return known }
    let grammar = Grammar(entry.type)
    grammars.withLock { $0[entry.name] = grammar }
    return grammar
  }
}
