/// The list of commands that `help NOUN` shows: a heading for each noun, a line for each command.
package struct HelpIndex: Sendable {
  private let nouns: [Noun]
  private let names: Set<String>

  /// - Parameters:
  ///   - nouns: All nouns, in help order.
  ///   - entries: The commands to show.
  package init(_ nouns: [Noun], entries: [CatalogEntry]) {
    self.nouns = nouns
    names = Set(entries.map(\.name))
  }

  /// The list, ending in a newline.
  package var text: String {
    let sections = nouns.compactMap { noun -> String? in
      let rows = noun.commands.map { CatalogEntry(noun: noun.name, type: $0) }
        .filter { names.contains($0.name) }.map { ($0.name, $0.abstract) }
      guard !rows.isEmpty else { return nil }
      return noun.abstract + "\n" + HelpLayout.rows(rows)
    }
    return sections.joined(separator: "\n\n") + "\n\nhelp COMMAND shows more of one.\n"
  }
}

/// What `help` shows by itself: the nouns with their verbs, and where more is to be read, on one screen.
package struct HelpOverview: Sendable {
  private let catalog: Catalog

  package init(_ catalog: Catalog) {
    self.catalog = catalog
  }

  /// The overview, ending in a newline.
  package var text: String {
    let nouns = catalog.nouns.filter { !$0.name.isEmpty }.map { noun in
      (noun.name, noun.commands.map { $0.verb }.joined(separator: " "))
    }
    let alone = catalog.nouns.filter { $0.name.isEmpty }.flatMap { noun in
      noun.commands.map { $0.verb }
    }
    let parts = [
      HelpLayout.section("Commands", nouns + [("alone", alone.joined(separator: " "))]),
      HelpLayout.section("Topics", HelpTopic.all.map { ($0.name, $0.abstract) }),
      HelpLayout.rows([
        ("help COMMAND", "how one is called, with examples and permissions"),
        ("help NOUN, help TOPIC", "what belongs together"),
        ("apropos WORD", "everything that has to do with a word"),
        ("COMMAND ?", "help on what is typed so far, which then comes back"),
      ]),
    ]
    return parts.joined(separator: "\n\n") + "\n"
  }
}
