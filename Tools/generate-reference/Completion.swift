import CommandKit

/// A word that can be completed, and what it is about.
struct Candidate: Hashable {
  let word: String
  let about: String
}

/// Where the values of an option or a position come from.
enum ValueSource: Hashable {
  /// Known to the tenant or to the person only; the system's shell has nothing to offer.
  case free
  case files
  case words([Candidate])
  /// The words that can follow the word before, as verbs follow a noun.
  case commands
  /// Words that depend on the word before.
  case following([Following])

  /// The words behind one word.
  struct Following: Hashable {
    let word: String
    let values: [String]
  }

  init(_ parameter: Grammar.Parameter) {
    guard parameter.values.isEmpty else {
      self = .words(parameter.values.map { Candidate(word: $0, about: "") })
      return
    }
    switch parameter.kind {
    case .file: self = .files
    case .command, .page: self = .commands
    case .setting:
      self = .words(Settings.keys.map { Candidate(word: $0.name, about: $0.abstract) })
    case .value:
      self = .following(Settings.keys.map { Following(word: $0.name, values: $0.values) })
    case .app, .link, .incident, .team, .channel, .chat, .member, .person, .place, .message,
      .meeting,
      .format, .columns, .jq, .role, .text, .name, .topic, .number, .date, .path, .json, .kind,
      .permission, .cache, .key, .code,
      .header, .argument, .identity, .account, .profile, .cloud, .secret, .seconds, .duration,
      .question, .alias, .job,
      nil:
      self = .free
    }
  }
}

extension Reference {
  /// The words that a command line can begin with.
  var firstWords: [Candidate] {
    let nouns = nouns.map { Candidate(word: $0.name, about: $0.abstract) }
    let alone = standalone.flatMap(commands).map {
      Candidate(word: $0.name, about: $0.entry.abstract)
    }
    let integration = catalog.integrationCommands.map {
      Candidate(word: $0.name, about: $0.abstract)
    }
    return nouns + alone + [Candidate(word: LaunchOptions.demoWord, about: "Visit a local tenant.")]
      + integration
  }

  /// The verbs of a noun.
  func verbs(of noun: Noun) -> [Candidate] {
    commands(of: noun).map { Candidate(word: $0.entry.type.verb, about: $0.entry.abstract) }
  }

  /// Pairs of another name and the command that it calls.
  var aliases: [(alias: String, name: String)] {
    commands.flatMap { command in command.aliases.map { ($0, command.name) } }
  }

  /// An option, with all the commands that take it just so.
  struct SharedOption {
    let option: Grammar.Parameter
    /// Empty in front of all commands.
    var commands: [String]
    /// Whether every command takes it.
    var isUniversal: Bool
  }

  /// The options of the commands, each once, in the order of their first appearance.
  var sharedOptions: [SharedOption] {
    var found: [SharedOption] = []
    var positions: [Grammar.Parameter: Int] = [:]
    for command in commands {
      for option in command.grammar.options {
        if let position = positions[option] {
          found[position].commands.append(command.name)
        } else {
          positions[option] = found.count
          found.append(
            SharedOption(option: option, commands: [command.name], isUniversal: false))
        }
      }
    }
    for index in found.indices {
      found[index].isUniversal = found[index].commands.count == commands.count
    }
    return found
  }
}
