import CommandKit

/// Commands and permissions that somebody asks for.
struct PermissionWish {
  private var entries: [CatalogEntry] = []
  private var names: [String] = []

  /// Reads permissions by their dots, and commands and nouns one after the other.
  init(_ words: [String], in catalog: Catalog) throws(CommandError) {
    var rest = words[...]
    while let word = rest.first {
      if word.contains("."), PermissionName(word) != nil {
        names.append(word)
        rest = rest.dropFirst()
        continue
      }
      switch catalog.lookup(Array(rest)) {
      case .command(let entry, let count):
        entries.append(entry)
        rest = rest.dropFirst(count)
      case .noun(let noun):
        entries += catalog.entries.filter { $0.noun == noun.name }
        rest = rest.dropFirst()
      case .unknownVerb, .unknown:
        throw CommandError(.unknownCommand(word, nearest: catalog.nearest(to: word)))
      }
    }
  }

  /// What one kind of identity needs for all of it; nothing where it cannot.
  ///
  /// - Parameters:
  ///   - kind: The kind of identity.
  ///   - isWhole: Whether what only some calls need is meant, too.
  /// - Returns: The permissions, each once.
  func permissions(of kind: IdentityKind, isWhole: Bool) -> [String] {
    let needed = entries.map { $0.type.permissions }
      .flatMap { isWhole ? $0.all(of: kind) : $0.always(of: kind) }
    return Permissions.unique(needed + names)
  }
}
