/// Holds words against what a command declares, to say which of them is wrong.
///
/// The parser decides whether words are right; this finds the one to point at.
struct ArgumentCheck {
  private let entry: CatalogEntry
  private let grammar: Grammar

  init(_ entry: CatalogEntry, grammar: Grammar) {
    self.entry = entry
    self.grammar = grammar
  }

  /// The first thing that is wrong; `nil` where it is something that declarations do not tell.
  func fault(in words: [CheckedWord]) -> CommandError? {
    var state = Progress()
    for word in words {
      if let fault = take(word, &state) { return fault }
      if state.isOver { return nil }
    }
    if let option = state.awaited { return missingValue(of: option) }
    return state.isUncertain ? nil : missing(state)
  }

  /// What was read of the words so far.
  private struct Progress {
    var awaited: (name: String, parameter: Grammar.Parameter)?
    var positionals = 0
    var given: Set<[String]> = []
    /// Whether options may still follow.
    var isOpen = true
    /// Whether it is not known how many words there will be.
    var isUncertain = false
    /// Whether the rest is nobody's to judge: help was asked for, or the words are passed on.
    var isOver = false
  }

  private func take(_ word: CheckedWord, _ state: inout Progress) -> CommandError? {
    switch word {
    case .several:
      state.isUncertain = true
      state.awaited = nil
    case .value:
      if state.awaited == nil { state.positionals += 1 }
      state.awaited = nil
    case .known(let word):
      if let option = state.awaited {
        guard word.option == nil else { return missingValue(of: option) }
        state.awaited = nil
        return invalid(word.text, option.parameter, place: option.name)
      }
      if state.isOpen, word.text == "--", !word.isLiteral {
        state.isOpen = false
      } else if state.isOpen, let option = word.option {
        return take(option, &state)
      } else {
        return takePositional(word, &state)
      }
    }
    return nil
  }

  private func take(_ option: Word.Option, _ state: inout Progress) -> CommandError? {
    if ["--help", "-h"].contains(option.name) {
      state.isOver = true
      return nil
    }
    guard let parameter = grammar.option(option.name) else {
      let names = grammar.options.flatMap(\.names)
      return CommandError(
        .unknownOption(
          command: entry.name, option: option.name,
          nearest: Spelling.nearest(to: option.name, among: names)))
    }
    state.given.insert(parameter.names)
    if let value = option.value { return invalid(value.text, parameter, place: option.name) }
    if !parameter.isFlag { state.awaited = (option.name, parameter) }
    return nil
  }

  private func takePositional(_ word: Word, _ state: inout Progress) -> CommandError? {
    guard let parameter = grammar.positional(state.positionals) else {
      guard !state.isUncertain else { return nil }
      return CommandError(
        .spareArgument(command: entry.name, argument: word.text, usage: HelpPage(entry).synopsis))
    }
    state.positionals += 1
    // What a repeating argument takes may be passed on as it stands, options and all.
    if parameter.isRepeating, parameter.kind == .text || parameter.kind == .argument {
      state.isOver = true
    }
    return invalid(word.text, parameter, place: parameter.valueName ?? "")
  }

  private func invalid(
    _ value: String, _ parameter: Grammar.Parameter, place: String
  ) -> CommandError? {
    guard !parameter.values.isEmpty, !parameter.values.contains(value) else { return nil }
    return CommandError(
      .invalidValue(
        command: entry.name, place: place, value: value, allowed: parameter.values))
  }

  private func missingValue(
    of option: (name: String, parameter: Grammar.Parameter)
  ) -> CommandError {
    CommandError(
      .missingValue(
        command: entry.name, option: option.name, value: option.parameter.valueName ?? "value"))
  }

  private func missing(_ state: Progress) -> CommandError? {
    let argument = grammar.positionals.dropFirst(state.positionals).first { !$0.isOptional }
    let option = grammar.options.first { !$0.isOptional && !state.given.contains($0.names) }
    guard let parameter = argument ?? option else { return nil }
    let name = parameter.names.last ?? parameter.valueName ?? ""
    return CommandError(
      .missingArgument(
        command: entry.name, argument: name, about: parameter.abstract,
        usage: HelpPage(entry).synopsis))
  }
}
