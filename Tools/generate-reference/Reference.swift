import CommandKit

/// All that is generated from: the commands, and the options in front of them.
struct Reference {
  let catalog: Catalog
  /// What stands between `teamsh` and a command.
  let launch: [Grammar.Parameter]
  let commands: [Command]

  /// One command with what it takes.
  struct Command {
    let entry: CatalogEntry
    let grammar: Grammar

    var name: String { entry.name }

    /// Other names of the same command, in full.
    var aliases: [String] {
      entry.aliases.map { entry.noun.isEmpty ? $0 : "\(entry.noun) \($0)" }
    }

    /// The options that no other kind of command shares.
    var ownOptions: [Grammar.Parameter] { grammar.options.filter { $0.section == nil } }
  }

  init(_ catalog: Catalog) {
    self.catalog = catalog
    launch = Grammar(declarations: LaunchGrammar.self).options
    commands = catalog.entries.map { Command(entry: $0, grammar: Grammar($0.type)) }
  }

  /// The nouns that verbs follow.
  var nouns: [Noun] { catalog.nouns.filter { !$0.name.isEmpty } }

  /// The groups of commands that stand alone.
  var standalone: [Noun] { catalog.nouns.filter(\.name.isEmpty) }

  /// The commands of a noun, or of a group that stands alone.
  func commands(of noun: Noun) -> [Command] {
    let verbs = Set(noun.commands.map(ObjectIdentifier.init))
    return commands.filter { verbs.contains(ObjectIdentifier($0.entry.type)) }
  }

  /// The options that commands share, by the heading that help lists them under.
  func shared(_ section: String) -> [Grammar.Parameter] {
    var found: [Grammar.Parameter] = []
    for option in commands.flatMap(\.grammar.options)
    where option.section == section && !found.contains(option) {
      found.append(option)
    }
    return found
  }

  /// The headings of shared options.
  var sections: [String] {
    var found: [String] = []
    for section in commands.flatMap(\.grammar.options).compactMap(\.section)
    where !found.contains(section) {
      found.append(section)
    }
    return found.sorted()
  }
}

extension Grammar.Parameter {
  /// The short name first.
  var orderedNames: [String] { names.sorted { ($0.count, $0) < ($1.count, $1) } }

  /// What it takes, in words that stand for a value; empty for a flag.
  var placeholder: String { valueName.map { "<\($0)>" } ?? "" }
}
