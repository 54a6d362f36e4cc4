/// Finds what help says about some words, over commands, options, settings, topics and keys.
package struct HelpSearch: Sendable {
  /// Something that help knows.
  package struct Entry: Sendable, Hashable {
    /// What kind of thing it is.
    package enum Kind: String, Sendable {
      case command, option, setting, topic, key
    }

    package let kind: Kind
    /// What is typed.
    package let name: String
    package let abstract: String
    /// The words of `help` that show more.
    package let page: String
    /// Further text that is searched and not shown.
    let text: String
  }

  private let entries: [Entry]

  package init(_ context: HelpContext) {
    let catalog = context.catalog
    entries =
      catalog.entries.flatMap { Self.entries(of: $0, catalog.grammar(of: $0)) }
      + Self.shared(in: catalog)
      + Settings.keys.map { key in
        Entry(
          kind: .setting, name: "set \(key.name)", abstract: key.abstract, page: key.name,
          text: key.values.joined(separator: " "))
      }
      + HelpTopic.all.map { topic in
        Entry(
          kind: .topic, name: topic.name, abstract: topic.abstract, page: topic.name,
          text: topic.page(context))
      }
      + context.keys.map { key in
        Entry(kind: .key, name: key.keys, abstract: key.action, page: "keys", text: key.section)
      }
  }

  /// What holds all of the words: names that do first, then abstracts, then the text behind them.
  package func matches(_ words: [String]) -> [Entry] {
    let wanted = words.map { $0.lowercased() }
    guard !wanted.isEmpty else { return [] }
    let ranked = entries.compactMap { entry -> (rank: Int, entry: Entry)? in
      let name = entry.name.lowercased()
      if wanted.allSatisfy(name.contains) { return (0, entry) }
      let shown = name + " " + entry.abstract.lowercased()
      if wanted.allSatisfy(shown.contains) { return (1, entry) }
      let whole = shown + " " + entry.text.lowercased()
      return wanted.allSatisfy(whole.contains) ? (2, entry) : nil
    }
    return (0...2).flatMap { rank in ranked.filter { $0.rank == rank }.map(\.entry) }
  }

  /// A command and its own options.
  private static func entries(of command: CatalogEntry, _ grammar: Grammar) -> [Entry] {
    let permissions = command.type.permissions
    let text =
      [command.discussion] + command.aliases + grammar.positionals.map(\.about)
      + command.type.examples.flatMap { [$0.title, $0.line] } + permissions.person
      + permissions.app
    let options = grammar.options.filter { $0.section == nil }.map { option in
      Entry(
        kind: .option, name: "\(command.name) \(option.longName)", abstract: option.abstract,
        page: command.name, text: option.values.joined(separator: " "))
    }
    return [
      Entry(
        kind: .command, name: command.name, abstract: command.abstract, page: command.name,
        text: text.joined(separator: " "))
    ] + options
  }

  /// The options that commands share, once each.
  private static func shared(in catalog: Catalog) -> [Entry] {
    let remove = catalog.entries.first { $0.type.effect == .removes } ?? catalog.entries.first
    guard let remove else { return [] }
    return catalog.grammar(of: remove).options.filter { $0.section != nil }.map { option in
      Entry(
        kind: .option, name: option.longName, abstract: option.abstract, page: "options",
        text: option.values.joined(separator: " "))
    }
  }
}

extension Grammar.Parameter {
  /// The longest of an option's names.
  var longName: String { names.max { $0.count < $1.count } ?? "" }
}
