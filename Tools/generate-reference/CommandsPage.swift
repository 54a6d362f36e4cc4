import CommandKit

/// `Documentation/Commands.md`: every command with all that it takes.
struct CommandsPage {
  private let reference: Reference

  init(_ reference: Reference) {
    self.reference = reference
  }

  var text: String {
    ([
      "# Commands", Markdown.notice,
      """
      What can be typed at the prompt, in scripts, and behind `teamsh` on the system's command line. \
      An object in `[…]` may be left out where you stand in one. Names, ids, mail addresses, links, \
      `@name`, `@me` and `%3` (row 3 of the last list) all point at things.
      """,
    ] + index + shared + reference.catalog.nouns.flatMap(noun)).joined(separator: "\n\n") + "\n"
  }

  private var index: [String] {
    reference.catalog.nouns.map { noun in
      let links = reference.commands(of: noun).map { Self.link(to: $0.name) }
      return "**\(noun.abstract)** \(links.joined(separator: " · "))"
    }
  }

  private var shared: [String] {
    ["## Options that commands share"]
      + reference.sections.flatMap { section -> [String] in
        [
          "### \(section)",
          section == "Output options"
            ? "Every command takes these."
            : "Commands that write take `--dry-run`, those that remove take both.",
          Self.options(reference.shared(section)),
        ].compactMap { $0 }
      }
  }

  private func noun(_ noun: Noun) -> [String] {
    let title = noun.name.isEmpty ? noun.abstract.replacing(".", with: "") : noun.name
    return ["## \(title)"] + (noun.name.isEmpty ? [] : [noun.abstract])
      + reference.commands(of: noun).flatMap(command)
  }

  private func command(_ command: Reference.Command) -> [String] {
    let type = command.entry.type
    let aliases = command.aliases.isEmpty ? "" : " Also: \(Markdown.code(command.aliases))."
    let examples = type.examples.map { "# \($0.title)\n\($0.line)" }.joined(separator: "\n")
    return [
      "### \(command.name)",
      command.entry.abstract + effect(type.effect) + aliases,
      Markdown.block(HelpPage(command.entry).synopsis),
      command.entry.discussion.isEmpty ? nil : command.entry.discussion,
      Markdown.table(
        ["Argument", "What it is"],
        command.grammar.positionals.map { ["`\($0.placeholder)`", Self.about($0)] }),
      Self.options(command.ownOptions),
      Markdown.block(examples),
      permissions(type.permissions),
    ].compactMap { $0 }
  }

  private func effect(_ effect: Effect) -> String {
    switch effect {
    case .reads: ""
    case .changes: " It writes, and takes `--dry-run`."
    case .removes: " It asks first, and takes `--yes` and `--dry-run`."
    }
  }

  private func permissions(_ permissions: Permissions) -> String? {
    guard !permissions.requirements.isEmpty else { return nil }
    let needs = { (kind: IdentityKind) in
      permissions.allows(kind) ? Markdown.code(permissions.always(of: kind)) : "not possible"
    }
    let occasional = permissions.occasional.compactMap { need in
      need.condition.map { condition in
        let person = need.person.map { "for a person \(Markdown.code($0))" }
        let app = need.app.map { "for an app \(Markdown.code($0))" }
        return " Besides \(condition): \([person, app].compactMap(\.self).joined(separator: ", "))."
      }
    }
    return "Needs for a person: \(needs(.person)); for an app: \(needs(.app))."
      + occasional.joined()
  }

  private static func options(_ options: [Grammar.Parameter]) -> String? {
    Markdown.table(
      ["Option", "What it does"],
      options.map { option in
        let names = option.orderedNames.map { "`\($0)`" }.joined(separator: ", ")
        return [option.isFlag ? names : "\(names) `\(option.placeholder)`", about(option)]
      })
  }

  private static func about(_ parameter: Grammar.Parameter) -> String {
    let values = parameter.values.isEmpty ? "" : " One of \(Markdown.code(parameter.values))."
    return parameter.abstract + values + (parameter.isRepeating ? " Repeatable." : "")
  }

  /// A link to a command's heading; a heading without letters has no address.
  private static func link(to name: String) -> String {
    let anchor = name.replacing(" ", with: "-").filter { $0.isLetter || $0 == "-" }
    return anchor.isEmpty ? "`\(name)`" : "[`\(name)`](#\(anchor))"
  }
}
