/// The list of commands that `help` shows: a heading for each noun, a line for each command.
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
    let width = (names.map(\.count).max() ?? 0) + 2
    let sections = nouns.compactMap { noun -> String? in
      let lines = noun.commands.map { CatalogEntry(noun: noun.name, type: $0) }
        .filter { names.contains($0.name) }
        .map { entry in
          "  \(entry.name)" + String(repeating: " ", count: width - entry.name.count)
            + entry.abstract
        }
      guard !lines.isEmpty else { return nil }
      return ([noun.abstract] + lines).joined(separator: "\n")
    }
    return sections.joined(separator: "\n\n") + "\n\nhelp COMMAND shows more of one.\n"
  }
}
