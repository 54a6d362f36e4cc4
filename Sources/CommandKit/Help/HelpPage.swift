import ArgumentParser

/// The help of one command, made from its declarations.
package struct HelpPage: Sendable {
  private let entry: CatalogEntry
  private let grammar: Grammar
  private let related: [String]

  /// Makes the page; commands that are related are named where there is a catalog to find them in.
  package init(_ entry: CatalogEntry, in catalog: Catalog? = nil) {
    self.entry = entry
    grammar = Grammar(entry.type)
    related = catalog.map { Self.related(to: entry, in: $0) } ?? []
  }

  /// How the command is called, on one line.
  package var synopsis: String { synopsisParts.joined(separator: " ") }

  private var synopsisParts: [String] {
    let positionals = grammar.positionals.map { parameter in
      let name = "<\(parameter.valueName ?? "")>" + (parameter.isRepeating ? "…" : "")
      return parameter.isOptional ? "[\(name)]" : name
    }
    let own = grammar.options.filter { $0.section == nil }.map { option in
      option.isOptional ? "[\(option.signature)]" : option.signature
    }
    // Options behind a command's words would be that command's.
    return [entry.name] + (grammar.passesWordsOn ? own + positionals : positionals + own)
  }

  /// The whole page, ending in a newline.
  package var text: String {
    var parts = [
      "\(entry.name): \(entry.abstract)",
      HelpLayout.words(
        synopsisParts, first: "Usage:", indentation: "Usage: ".count + entry.name.count + 1),
    ]
    if !entry.aliases.isEmpty {
      let names = entry.aliases.map { entry.noun.isEmpty ? $0 : "\(entry.noun) \($0)" }
      parts[1] += "\nAlso:  " + names.joined(separator: ", ")
    }
    if !entry.discussion.isEmpty { parts.append(HelpLayout.prose(entry.discussion)) }
    if !grammar.positionals.isEmpty {
      parts.append(
        HelpLayout.section(
          "Arguments", grammar.positionals.map { ("<\($0.valueName ?? "")>", $0.about) }))
    }
    let own = grammar.options.filter { !Self.isEverywhere($0) }
    if !own.isEmpty {
      parts.append(HelpLayout.section("Options", own.map { ($0.signature, $0.about) }))
    }
    let examples = entry.type.examples.map { "  # \($0.title)\n  \($0.line)" }
    if !examples.isEmpty { parts.append("Examples:\n" + examples.joined(separator: "\n")) }
    if let permissions { parts.append(permissions) }
    parts.append(ending)
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// Where more is to be read: the options of all commands, and the neighbours.
  private var ending: String {
    let shared = grammar.options.filter(Self.isEverywhere).compactMap { option in
      option.names.max { $0.count < $1.count }
    }
    let options = HelpLayout.words(
      shared, first: "Every command also takes:", indentation: 2)
    let neighbours = ["help options"] + related.map { "help \($0)" }
    let seen = HelpLayout.words(
      neighbours.enumerated().map { index, name in
        index < neighbours.count - 1 ? "\(name)," : name
      }.map { $0.replacing(" ", with: "\u{A0}") }, first: "See also:", indentation: 2)
    return "\(options)\n\(seen.replacing("\u{A0}", with: " "))"
  }

  /// Whether an option is one that every command takes.
  private static func isEverywhere(_ option: Grammar.Parameter) -> Bool {
    option.section == "Output options" || option.section == "Identity options"
  }

  /// The other commands of the noun, or the few that stand beside a command without one.
  private static func related(to entry: CatalogEntry, in catalog: Catalog) -> [String] {
    let home = catalog.nouns.first { noun in
      noun.name == entry.noun && noun.commands.contains { $0 == entry.type }
    }
    let names = (home?.commands ?? []).filter { $0 != entry.type }
      .map { CatalogEntry(noun: entry.noun, type: $0).name }
    return Array(names.prefix(6))
  }

  /// The least permissions, for each kind of place where they differ.
  private var permissions: String? {
    let requirements = entry.type.permissions.requirements
    guard !requirements.isEmpty else { return nil }
    let rows = requirements.flatMap { need -> [(String, String)] in
      let place = need.condition.map { " \($0)" } ?? ""
      return [
        ("person\(place)", need.person.map(Self.list) ?? "not possible"),
        ("app\(place)", need.app.map(Self.list) ?? "not possible"),
      ]
    }
    return HelpLayout.section("Least permissions that suffice", rows.filter { !$0.1.isEmpty })
  }

  private static func list(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.joined(separator: ", ")
  }
}

extension Grammar.Parameter {
  /// The option as it is typed, the short name first.
  var signature: String {
    let names = names.sorted { $0.count < $1.count }.joined(separator: ", ")
    return valueName.map { "\(names) <\($0)>" } ?? names
  }

  /// What it is, with the values that it takes.
  var about: String {
    guard !values.isEmpty else { return abstract }
    return "\(abstract) (\(values.joined(separator: ", ")))"
  }
}
