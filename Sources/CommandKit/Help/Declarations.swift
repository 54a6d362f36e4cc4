import Synchronization

/// What has been read from the commands' declarations so far.
///
/// Reading one command takes about half a millisecond, and declarations never change.
final class Declarations: Sendable {
  private struct State {
    var grammars: [String: Grammar] = [:]
    var searchEntries: [HelpSearch.Entry]?
  }

  private let state = Mutex(State())

  /// A command's grammar.
  func grammar(of entry: CatalogEntry) -> Grammar {
    if let grammar = state.withLock({ $0.grammars[entry.name] }) { return grammar }
    let grammar = Grammar(entry.type)
    state.withLock { $0.grammars[entry.name] = grammar }
    return grammar
  }

  /// What a search of help goes through, in a catalogue.
  func searchEntries(of catalog: Catalog) -> [HelpSearch.Entry] {
    if let entries = state.withLock({ $0.searchEntries }) { return entries }
    let entries = HelpSearch.Entry.all(in: catalog)
    state.withLock { $0.searchEntries = entries }
    return entries
  }
}
