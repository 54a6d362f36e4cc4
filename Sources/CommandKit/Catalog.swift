import ArgumentParser

/// The commands of one noun, in help order; or, with an empty noun, commands that stand alone.
package struct Noun: Sendable {
  /// The word typed first; empty for `use`, `ls`, `login` and their like.
  package let name: String
  /// What the noun is about, as one sentence.
  package let abstract: String
  package let commands: [any TeamshCommand.Type]
  /// The command that the noun alone stands for; `nil` where a verb has to follow.
  package let standard: (any TeamshCommand.Type)?

  package init(
    _ name: String, _ abstract: String, standard: (any TeamshCommand.Type)? = nil,
    _ commands: [any TeamshCommand.Type]
  ) {
    self.name = name
    self.abstract = abstract
    self.standard = standard
    self.commands = commands
  }
}

/// One command and the words that call it.
package struct CatalogEntry: Sendable {
  package let noun: String
  package let type: any TeamshCommand.Type

  /// The words typed, as `team list`.
  package var name: String { noun.isEmpty ? type.verb : "\(noun) \(type.verb)" }
  package var abstract: String { type.configuration.abstract }
  /// What help says below the abstract; empty for most.
  package var discussion: String { type.configuration.discussion }
  /// The other words that can stand for the last one.
  package var aliases: [String] { type.configuration.aliases }
}

/// Every command there is, as a value: what runs, completes, helps and documents reads it.
package struct Catalog: Sendable {
  package let nouns: [Noun]
  /// The commands by the names that they have in the Teams integration.
  package let integrationCommands: [IntegrationCommand]
  /// Those names, as the lexer is handed them.
  package let integrationNames: IntegrationNames
  private let integration: [String: IntegrationCommand]
  private let standalone: [String: CatalogEntry]
  private let byNoun: [String: [String: CatalogEntry]]
  private let declarations = Declarations()
  /// The commands of the lines parsed so far.
  let templates = CommandTemplates()

  package init(_ nouns: [Noun], integration: [IntegrationCommand] = []) {
    self.nouns = nouns
    integrationCommands = integration
    var byName: [String: IntegrationCommand] = [:]
    for command in integration {
      for name in [command.name] + command.deprecatedNames { byName[name] = command }
    }
    self.integration = byName
    integrationNames = IntegrationNames(byName.keys)
    var standalone: [String: CatalogEntry] = [:]
    var byNoun: [String: [String: CatalogEntry]] = [:]
    for noun in nouns {
      for type in noun.commands {
        let entry = CatalogEntry(noun: noun.name, type: type)
        for word in [type.verb] + type.configuration.aliases {
          if noun.name.isEmpty {
            standalone[word] = entry
          } else {
            byNoun[noun.name, default: [:]][word] = entry
          }
        }
      }
    }
    self.standalone = standalone
    self.byNoun = byNoun
  }

  /// Every command once, in help order.
  package var entries: [CatalogEntry] {
    nouns.flatMap { noun in noun.commands.map { CatalogEntry(noun: noun.name, type: $0) } }
  }

  /// What the first words of a line call, and how many of them name it.
  package enum Lookup: Sendable {
    case command(CatalogEntry, words: Int)
    /// A noun with no verb after it.
    case noun(Noun)
    /// A noun with a verb it does not have.
    case unknownVerb(noun: Noun, String)
    case unknown(String)
  }

  /// The command that runs for the first words of a line, and how many of them name it: a noun without
  /// a verb stands for its standard command.
  package func command(_ words: [String]) -> (entry: CatalogEntry, words: Int)? {
    switch lookup(words) {
    case .command(let entry, let count): (entry, count)
    case .noun(let noun): noun.standard.map { (CatalogEntry(noun: noun.name, type: $0), 1) }
    case .unknownVerb, .unknown: nil
    }
  }

  /// Finds what the first words of a line call.
  package func lookup(_ words: [String]) -> Lookup {
    guard let first = words.first else { return .unknown("") }
    if let entry = standalone[first] { return .command(entry, words: 1) }
    guard let verbs = byNoun[first], let noun = nouns.first(where: { $0.name == first }) else {
      return .unknown(first)
    }
    guard words.count > 1, !words[1].hasPrefix("-") else { return .noun(noun) }
    if let entry = verbs[words[1]] { return .command(entry, words: 2) }
    // What a noun's own command takes as its first word, unless a verb may be meant.
    if let type = noun.standard, type.takesWords,
      Spelling.nearest(to: words[1], among: noun.commands.map { $0.verb }).isEmpty
    {
      return .command(CatalogEntry(noun: first, type: type), words: 1)
    }
    return .unknownVerb(noun: noun, words[1])
  }

  /// The command of the integration that a word names, by an old name too.
  package func integration(_ word: String?) -> IntegrationCommand? {
    word.flatMap { integration[$0] }
  }

  /// Whether a line can begin with the word.
  package func knows(_ word: String) -> Bool {
    if case .unknown = lookup([word]) { integration(word) != nil } else { true }
  }

  /// The commands that some words name: one command, all of a noun, or all for no words.
  package func entries(named words: [String]) throws(CommandError) -> [CatalogEntry] {
    guard !words.isEmpty else { return entries }
    switch lookup(words) {
    case .command(let entry, let count) where count == words.count: return [entry]
    case .noun(let noun): return entries.filter { $0.noun == noun.name }
    default:
      let name = words.joined(separator: " ")
      throw CommandError(.unknownCommand(name, nearest: nearest(to: name)))
    }
  }

  /// The words that a line can begin with: nouns, then commands without one.
  package var firstWords: [String] {
    nouns.filter { !$0.name.isEmpty }.map(\.name)
      + nouns.filter { $0.name.isEmpty }.flatMap { $0.commands.map { $0.verb } }
  }

  /// The commands nearest to a mistyped name, nearest first, three at most.
  package func nearest(to typed: String) -> [String] {
    Spelling.nearest(
      to: typed, among: entries.map(\.name) + firstWords + integrationCommands.map(\.name))
  }

  /// A command's grammar, read from its declarations when somebody first asks.
  package func grammar(of entry: CatalogEntry) -> Grammar { declarations.grammar(of: entry) }

  /// What a search of help goes through, made when somebody first searches.
  var searchEntries: [HelpSearch.Entry] { declarations.searchEntries(of: self) }
}
