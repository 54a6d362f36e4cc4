import CommandKit

/// What each option and each position of each command takes, as a list of patterns.
///
/// The shells without a parser of their own walk along the line with it: an option that takes a value
/// swallows the next word. A pattern is a command, a space, and an option or the number of a position.
struct ValueTable {
  /// Patterns with the same source.
  struct Row {
    let source: ValueSource
    var patterns: [Pattern]
  }

  /// What a row applies to.
  struct Pattern: Hashable {
    /// The command; `nil` for any.
    let command: String?
    /// The option's name, or the position counted from 1.
    let place: String
    /// Whether it stands for all further positions too.
    var isOpen = false
  }

  private(set) var rows: [Row] = []

  init(_ reference: Reference) {
    for (name, uses) in Self.options(reference) {
      let sources = Set(uses.map(\.source))
      if sources.count == 1, let source = sources.first, let source {
        add(Pattern(command: nil, place: name), source)
      } else {
        for use in uses {
          if let source = use.source { add(Pattern(command: use.command, place: name), source) }
        }
      }
    }
    for command in reference.commands {
      for (index, parameter) in command.grammar.positionals.enumerated() {
        let pattern = Pattern(
          command: command.name, place: "\(index + 1)", isOpen: parameter.isRepeating)
        let source = ValueSource(parameter)
        if source != .free { add(pattern, source) }
      }
    }
  }

  private mutating func add(_ pattern: Pattern, _ source: ValueSource) {
    if let row = rows.firstIndex(where: { $0.source == source }) {
      rows[row].patterns.append(pattern)
    } else {
      rows.append(Row(source: source, patterns: [pattern]))
    }
  }

  /// Every name of an option with the commands that know it, and what it takes there; flags take none.
  private static func options(
    _ reference: Reference
  ) -> [(name: String, uses: [(command: String, source: ValueSource?)])] {
    var names: [String] = []
    var uses: [String: [(command: String, source: ValueSource?)]] = [:]
    let launch = reference.launch.map { ("", $0) }
    let own = reference.commands.flatMap { command in
      command.grammar.options.map { (command.name, $0) }
    }
    for (command, option) in launch + own {
      for name in option.orderedNames {
        if uses[name] == nil { names.append(name) }
        uses[name, default: []].append((command, option.isFlag ? nil : ValueSource(option)))
      }
    }
    return names.map { ($0, uses[$0] ?? []) }
  }
}
