import CommandKit

/// What of a command's arguments is there before the cursor.
struct TypedArguments: Sendable {
  let entry: CatalogEntry
  let grammar: Grammar
  /// The option that the word at the cursor is the value of.
  private(set) var awaitedOption: Grammar.Parameter?
  /// The values given to options so far, by the option's longest name.
  private(set) var optionValues: [String: Word] = [:]
  /// The arguments by position.
  private(set) var positionals: [Word] = []
  private var given: Set<[String]> = []

  init(_ entry: CatalogEntry, grammar: Grammar, words: [Word]) {
    self.entry = entry
    self.grammar = grammar
    var isOpen = true
    for word in words {
      if let option = awaitedOption {
        record(option, word)
        awaitedOption = nil
      } else if isOpen, let typed = word.option {
        guard let option = grammar.option(typed.name) else { continue }
        given.insert(option.names)
        if let value = typed.value {
          record(option, value)
        } else if !option.isFlag {
          awaitedOption = option
        }
      } else if isOpen, word.text == "--", !word.isLiteral {
        isOpen = false
      } else {
        positionals.append(word)
      }
    }
  }

  private mutating func record(_ option: Grammar.Parameter, _ value: Word) {
    optionValues[option.longestName] = value
  }

  /// The argument that stands where the cursor is.
  var nextPositional: Grammar.Parameter? { grammar.positional(positionals.count) }

  /// The arguments that the command cannot do without and that are not there yet.
  var missingPositionals: [Grammar.Parameter] {
    grammar.positionals.dropFirst(positionals.count).filter { !$0.isOptional }
  }

  /// The options that were not given yet, by their long names.
  var remainingOptions: [Suggestion] {
    grammar.options.filter { $0.isRepeating || !given.contains($0.names) }.map { option in
      Suggestion(option.longestName, option.abstract, isBare: true)
    }
  }
}

extension Grammar.Parameter {
  /// The name that says most.
  var longestName: String { names.max { $0.count < $1.count } ?? "" }
}
