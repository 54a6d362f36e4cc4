import ArgumentParser

/// The help of one command, made from its declarations.
package struct HelpPage: Sendable {
  private let entry: CatalogEntry
  private let grammar: Grammar

  package init(_ entry: CatalogEntry) {
    self.entry = entry
    grammar = Grammar(entry.type)
  }

  /// How the command is called, on one line.
  package var synopsis: String {
    let positionals = grammar.positionals.map { parameter in
      let name = "<\(parameter.valueName ?? "")>" + (parameter.isRepeating ? "…" : "")
      return parameter.isOptional ? "[\(name)]" : name
    }
    let own = grammar.options.filter { $0.section == nil }.map { option in
      option.isOptional ? "[\(Self.signature(option))]" : Self.signature(option)
    }
    return ([entry.name] + positionals + own).joined(separator: " ")
  }

  /// The whole page, ending in a newline.
  package var text: String {
    var parts = ["\(entry.name): \(entry.abstract)", "Usage: \(synopsis)"]
    let discussion = entry.type.configuration.discussion
    if !discussion.isEmpty { parts.append(discussion) }
    if !grammar.positionals.isEmpty {
      parts.append(
        section(
          "Arguments", grammar.positionals.map { ("<\($0.valueName ?? "")>", Self.about($0)) }))
    }
    for title in sections {
      let options = grammar.options.filter { $0.section == title }
      parts.append(
        section(title ?? "Options", options.map { (Self.signature($0), Self.about($0)) }))
    }
    let examples = entry.type.examples.map { "  # \($0.title)\n  \($0.line)" }
    if !examples.isEmpty { parts.append("Examples:\n" + examples.joined(separator: "\n")) }
    if let permissions { parts.append(permissions) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// The headings of options in the order of their first one.
  private var sections: [String?] {
    grammar.options.map(\.section).reduce(into: []) { titles, title in
      if !titles.contains(title) { titles.append(title) }
    }
  }

  private var permissions: String? {
    let needed = entry.type.permissions
    guard !needed.requirements.isEmpty else { return nil }
    let person = needed.person.joined(separator: ", ")
    let app = needed.allowsApp ? needed.app.joined(separator: ", ") : "not possible"
    return "Permissions:\n  person  \(person)\n  app     \(app)"
  }

  private func section(_ title: String, _ rows: [(String, String)]) -> String {
    let width = min(rows.map(\.0.count).max() ?? 0, 28)
    let lines = rows.map { name, about in
      let padding = String(repeating: " ", count: max(width - name.count, 0) + 2)
      return "  \(name)\(padding)\(about)"
    }
    return "\(title):\n" + lines.joined(separator: "\n")
  }

  private static func signature(_ option: Grammar.Parameter) -> String {
    let names = option.names.sorted { $0.count < $1.count }.joined(separator: ", ")
    return option.valueName.map { "\(names) <\($0)>" } ?? names
  }

  private static func about(_ parameter: Grammar.Parameter) -> String {
    guard !parameter.values.isEmpty else { return parameter.abstract }
    return "\(parameter.abstract) (\(parameter.values.joined(separator: ", ")))"
  }
}
