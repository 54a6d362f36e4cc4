package import ArgumentParser
import Documents

/// What a command takes, as its declarations say: read by completion, help and documentation.
package struct Grammar: Sendable {
  /// An option or an argument by position.
  package struct Parameter: Sendable, Hashable {
    /// The names with their dashes, as `-o` and `--output`; empty for an argument by position.
    package let names: [String]
    /// What it takes: one of ``ValueKind``'s names; `nil` for a flag.
    package let valueName: String?
    package let abstract: String
    package let isRepeating: Bool
    package let isOptional: Bool
    /// The only values it takes, where there are such.
    package let values: [String]
    /// The heading that help lists it under; `nil` for a command's own.
    package let section: String?

    package var isFlag: Bool { valueName == nil && !names.isEmpty }
    package var isPositional: Bool { names.isEmpty }
    /// The kind of value, where the name is one of the list.
    package var kind: ValueKind? { valueName.flatMap(ValueKind.init) }
  }

  package let parameters: [Parameter]

  package var positionals: [Parameter] { parameters.filter(\.isPositional) }
  package var options: [Parameter] { parameters.filter { !$0.isPositional } }

  /// Reads the declarations of a command and of the options around it.
  package init(_ type: any TeamshCommand.Type) {
    self.init(declarations: type.invocationType)
  }

  /// Reads the declarations of anything that is parsed.
  package init(declarations type: any ParsableCommand.Type) {
    let dump = (try? JSON(parsing: type._dumpHelp())) ?? .null
    let arguments = dump["command"]?["arguments"]?.array ?? []
    parameters = arguments.compactMap(Self.parameter)
  }

  private static func parameter(_ document: JSON) -> Parameter? {
    guard document["shouldDisplay"]?.bool ?? true else { return nil }
    let names = (document["names"]?.array ?? []).compactMap { name -> String? in
      guard let text = name["name"]?.string else { return nil }
      return name["kind"]?.string == "short" ? "-\(text)" : "--\(text)"
    }
    guard !names.contains("--help") else { return nil }
    let isFlag = document["kind"]?.string == "flag"
    return Parameter(
      names: names,
      valueName: isFlag ? nil : document["valueName"]?.string,
      abstract: document["abstract"]?.string ?? "",
      isRepeating: document["isRepeating"]?.bool ?? false,
      isOptional: document["isOptional"]?.bool ?? false,
      values: (document["allValues"]?.array ?? []).compactMap(\.string),
      section: document["sectionTitle"]?.string)
  }

  /// Whether its last words are handed to another command or a script, options and all.
  package var passesWordsOn: Bool {
    guard let last = positionals.last, last.isRepeating else { return false }
    return last.kind == .command || last.kind == .argument
  }

  /// The option of that name.
  package func option(_ name: String) -> Parameter? {
    options.first { $0.names.contains(name) }
  }

  /// The argument at a position; a repeating one takes all further positions.
  package func positional(_ index: Int) -> Parameter? {
    let list = positionals
    if list.indices.contains(index) { return list[index] }
    return list.last.flatMap { $0.isRepeating ? $0 : nil }
  }
}

/// The kinds of value that arguments take, by the names they are declared with.
///
/// A closed list: what completes an argument is chosen by it.
package enum ValueKind: String, Sendable, CaseIterable {
  case team, channel, chat, member, person, place, message, meeting
  case format, columns, jq, role, setting, value, command, page
  case file, text, name, topic, number, date, path, json, kind, permission, cache, key, code
  case header, argument, identity, account, profile, cloud, secret, seconds, duration
  case question
  case alias, job, app, link, incident
}
