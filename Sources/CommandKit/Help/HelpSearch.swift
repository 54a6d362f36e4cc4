/// Finds what help says about some words, over commands, options, settings, topics and keys.
package struct HelpSearch: Sendable {
  private let entries: [Entry]

  package init(_ context: HelpContext) {
    entries =
      context.catalog.searchEntries
      + context.keys.map { key in
        Entry(kind: .key, name: key.keys, abstract: key.action, page: "keys", text: key.section)
      }
  }

  /// What holds all of the words: names that do first, then abstracts, then the text behind them.
  package func matches(_ words: [String]) -> [Entry] {
    let wanted = words.map { Entry.folded($0) }
    guard !wanted.isEmpty else { return [] }
    let ranked = entries.compactMap { entry in entry.rank(of: wanted).map { ($0, entry) } }
    return (0...2).flatMap { rank in ranked.filter { $0.0 == rank }.map { $0.1 } }
  }
}
