extension HelpSearch {
  /// Something that help knows.
  package struct Entry: Sendable, Hashable {
    /// What kind of thing it is.
    package enum Kind: String, Sendable {
      case command, option, setting, topic, key
    }

    package let kind: Kind
    /// What is typed.
    package let name: String
    package let abstract: String
    /// The words of `help` that show more.
    package let page: String
    /// What is searched, folded: the name, the rest of what is shown, and further text that is not.
    private let searched: [UInt8]
    /// Where each of the three ends.
    private let ends: [Int]

    init(kind: Kind, name: String, abstract: String, page: String, text: String) {
      self.kind = kind
      self.name = name
      self.abstract = abstract
      self.page = page
      var searched: [UInt8] = []
      ends = [name, " \(abstract)", " \(text)"].map { part in
        searched += Self.folded(part)
        return searched.count
      }
      self.searched = searched
    }

    /// How far one has to read to find all of some folded words: 0 for the name, up to 2.
    func rank(of wanted: [[UInt8]]) -> Int? {
      ends.firstIndex { end in wanted.allSatisfy(searched[..<end].holds) }
    }

    /// A text as it is compared: without case, as bytes, for a search by character costs a screen's time.
    static func folded(_ text: String) -> [UInt8] { Array(text.lowercased().utf8) }
  }
}

extension HelpSearch.Entry {
  /// All that stays as it is: commands with their own options, the options that they share, settings and
  /// topics.
  static func all(in catalog: Catalog) -> [Self] {
    catalog.entries.flatMap { entries(of: $0, catalog.grammar(of: $0)) } + shared(in: catalog)
      + catalog.integrationCommands.map { command in
        Self(
          kind: .command, name: command.name, abstract: command.abstract, page: command.name,
          text: (command.deprecatedNames + [command.equivalent] + command.arguments.map(\.name))
            .joined(separator: " "))
      }
      + Settings.keys.map { key in
        Self(
          kind: .setting, name: "set \(key.name)", abstract: key.abstract, page: key.name,
          text: key.values.joined(separator: " "))
      }
      + HelpTopic.all.map { topic in
        Self(
          kind: .topic, name: topic.name, abstract: topic.abstract, page: topic.name,
          text: topic.page(HelpContext(catalog: catalog)))
      }
  }

  /// A command and its own options.
  private static func entries(of command: CatalogEntry, _ grammar: Grammar) -> [Self] {
    let permissions = command.type.permissions
    let text =
      [command.discussion] + command.aliases + grammar.positionals.map(\.about)
      + command.type.examples.flatMap { [$0.title, $0.line] } + permissions.person
      + permissions.app + Catalog.elsewhere.filter { $0.value == command.name }.map(\.key)
    let options = grammar.options.filter { $0.section == nil }.map { option in
      Self(
        kind: .option, name: "\(command.name) \(option.longName)", abstract: option.abstract,
        page: command.name, text: option.values.joined(separator: " "))
    }
    return [
      Self(
        kind: .command, name: command.name, abstract: command.abstract, page: command.name,
        text: text.joined(separator: " "))
    ] + options
  }

  private static func shared(in catalog: Catalog) -> [Self] {
    let remove = catalog.entries.first { $0.type.effect == .removes } ?? catalog.entries.first
    guard let remove else { return [] }
    return catalog.grammar(of: remove).options.filter { $0.section != nil }.map { option in
      Self(
        kind: .option, name: option.longName, abstract: option.abstract, page: "options",
        text: option.values.joined(separator: " "))
    }
  }
}

extension Grammar.Parameter {
  /// The longest of an option's names.
  var longName: String { names.max { $0.count < $1.count } ?? "" }
}

extension ArraySlice<UInt8> {
  /// Whether other bytes stand somewhere among these.
  fileprivate func holds(_ other: [UInt8]) -> Bool {
    guard let first = other.first else { return true }
    guard other.count <= count else { return false }
    return (startIndex...(endIndex - other.count)).contains { start in
      self[start] == first && self[start..<(start + other.count)].elementsEqual(other)
    }
  }
}
