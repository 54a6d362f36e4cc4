/// A word that stands for a longer text.
package struct Alias: Sendable, Hashable {
  package let name: String
  /// What is run in its place, with `$1`, `$@` and `$#` for the words behind it.
  package let text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// The aliases of a session.
package struct AliasList: Sendable, Hashable {
  private var texts: [String: String] = [:]

  package init() {}

  /// All of them, by name.
  package var all: [Alias] {
    texts.sorted { $0.key < $1.key }.map { Alias(name: $0.key, text: $0.value) }
  }

  package subscript(name: String) -> Alias? {
    texts[name].map { Alias(name: name, text: $0) }
  }

  /// Keeps an alias, in the place of the one that had its name.
  ///
  /// No alias hides a command: none gets a name that `isTaken` says a line can begin with already.
  package mutating func define(
    _ alias: Alias, isTaken: (String) -> Bool
  ) throws(CommandError) {
    guard Self.canName(alias.name) else { throw CommandError(.invalidAlias(alias.name)) }
    guard !Self.reserved.contains(alias.name), !isTaken(alias.name) else {
      throw CommandError(.aliasTaken(alias.name))
    }
    texts[alias.name] = alias.text
  }

  /// Forgets an alias.
  package mutating func remove(_ name: String) throws(CommandError) {
    guard texts.removeValue(forKey: name) != nil else {
      throw CommandError(
        .unknownAlias(name, nearest: Spelling.nearest(to: name, among: Array(texts.keys))))
    }
  }

  private static let reserved: Set<String> = ["for", "in", "if", "else", "end"]

  /// Whether a word is read as one word wherever a statement begins.
  private static func canName(_ name: String) -> Bool {
    guard let first = name.first, first.isLetter || first == "_" else { return false }
    return name.allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) }
  }
}
