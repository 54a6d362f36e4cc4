/// A page of help that is about no single command.
package struct HelpTopic: Sendable {
  /// The word behind `help`.
  package let name: String
  /// What the page is about, as a sentence.
  package let abstract: String
  /// What stands below the title.
  let body: @Sendable (HelpContext) -> String

  /// Every topic, in the order of the overview.
  package static let all: [HelpTopic] = [
    .targets, .scripts, .formats, .options, .settings, .keys, .environment, .exitCodes,
    .integration,
  ]

  /// The whole page, ending in a newline.
  package func page(_ context: HelpContext) -> String {
    "\(name): \(abstract)\n\n\(body(context))\n"
  }
}

/// What pages of help are made from.
package struct HelpContext: Sendable {
  package let catalog: Catalog
  package let settings: Settings
  package let keys: [KeyHelp]
  package let aliases: [Alias]

  package init(
    catalog: Catalog, settings: Settings = Settings(), keys: [KeyHelp] = [], aliases: [Alias] = []
  ) {
    self.catalog = catalog
    self.settings = settings
    self.keys = keys
    self.aliases = aliases
  }

  /// The page that some words ask for: a command, a noun, a topic, a setting or an alias; the overview for
  /// none.
  ///
  /// - Throws: ``CommandError`` with the nearest names for words that name nothing.
  package func page(named words: [String]) throws(CommandError) -> String {
    guard !words.isEmpty else { return HelpOverview(catalog).text }
    let name = words.joined(separator: " ")
    switch catalog.lookup(words) {
    case .command(let entry, let count) where count == words.count:
      return HelpPage(entry, in: catalog).text
    case .noun(let noun) where words.count == 1:
      let entries = catalog.entries.filter { $0.noun == noun.name }
      return HelpIndex(catalog.nouns, entries: entries).text
    default: break
    }
    if words.count == 1, let command = catalog.integration(name) {
      return IntegrationHelp(command).text
    }
    let joined = words.joined(separator: "-")
    if let topic = HelpTopic.all.first(where: { $0.name == joined }) { return topic.page(self) }
    if let key = Settings.keys.first(where: { $0.name == joined }) { return page(of: key) }
    if let alias = aliases.first(where: { $0.name == name }) { return page(of: alias) }
    let known =
      catalog.entries.map(\.name) + catalog.firstWords + HelpTopic.all.map(\.name)
      + Settings.keys.map(\.name) + aliases.map(\.name)
      + catalog.integrationCommands.map(\.name)
    throw CommandError(.unknownTopic(name, nearest: Spelling.nearest(to: name, among: known)))
  }

  /// What an alias stands for, and the page of the command that its text begins with.
  private func page(of alias: Alias) -> String {
    let line = "\(alias.name): An alias for: \(alias.text)\n"
    let words = alias.text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let (entry, _) = catalog.command(words) else { return line }
    return "\(line)\n\(HelpPage(entry, in: catalog).text)"
  }

  private func page(of key: Settings.Key) -> String {
    let values = key.values.isEmpty ? [] : [("values", key.values.joined(separator: ", "))]
    return "set \(key.name): \(key.abstract)\n\n"
      + HelpLayout.rows(values + [("now", key.read(settings))]) + "\n"
  }
}
