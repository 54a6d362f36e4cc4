extension CommandRunner {
  package func check(_ words: [CheckedWord]) throws {
    var names: [String] = []
    for case .known(let word) in words.prefix(while: \.isKnown) { names.append(word.text) }
    guard !names.isEmpty else { return }
    if let command = workspace.catalog.integration(names.first) {
      return try check(command, words.dropFirst())
    }
    if names.count < words.count, case .noun = workspace.catalog.lookup(names) { return }
    guard let (entry, count) = workspace.catalog.command(names) else { throw unknown(names) }
    let rest = Array(words.dropFirst(count))
    var known: [Word] = []
    for case .known(let word) in rest { known.append(word) }
    if known.count == rest.count {
      guard let invocation = try parse(entry, known) else { return }
      try confirmed(entry, isFree: invocation.assumesYes || invocation.isDryRun)
    } else {
      let check = ArgumentCheck(entry, grammar: workspace.catalog.grammar(of: entry))
      if let fault = check.fault(in: rest) { throw fault }
      let options = known.compactMap(\.option?.name)
      try confirmed(entry, isFree: options.contains("--yes") || options.contains("--dry-run"))
    }
  }

  /// A script is asked nothing.
  private func confirmed(_ entry: CatalogEntry, isFree: Bool) throws(CommandError) {
    guard entry.type.effect == .removes, !isFree else { return }
    throw CommandError(.notConfirmed(command: entry.name))
  }
}

extension CheckedWord {
  fileprivate var isKnown: Bool {
    if case .known = self { true } else { false }
  }
}
