import CommandKit

/// The completion script for zsh: specifications for its own `_arguments`.
struct ZshCompletion {
  private let reference: Reference

  init(_ reference: Reference) {
    self.reference = reference
  }

  var text: String {
    [
      "#compdef teamsh\n# Generated from the commands' declarations by: make generate",
      words, options, main, "_teamsh \"$@\"\n",
    ].joined(separator: "\n\n")
  }

  private var words: String {
    let nouns = reference.nouns.map { ($0.name, reference.verbs(of: $0)) }
    let cases = ([("''", reference.firstWords)] + nouns).flatMap { name, words in
      ["    \(name)) words=("]
        + words.map { "      \(Self.described($0))" } + ["    ) ;;"]
    }
    return """
      # The words that can follow a noun, or begin a line; fails where none can.
      _teamsh_words() {
        local -a words
        case $1 in
      \(cases.joined(separator: "\n"))
          *) return 1 ;;
        esac
        _describe -t commands command words
      }
      """
  }

  private var options: String {
    let shared = reference.sharedOptions.filter(\.isUniversal)
      .map { "    \(specification($0.option))" }
    let cases = reference.commands.map { command in
      let names = ([command.name] + command.aliases).map { "'\($0)'" }.joined(separator: " | ")
      let own = command.grammar.options.filter { option in
        !reference.sharedOptions.contains { $0.isUniversal && $0.option == option }
      }.map(specification)
      let positions = command.grammar.positionals.enumerated().map { index, parameter in
        position(index + 1, parameter)
      }
      let lines = (["_arguments -s $shared"] + own + positions).joined(separator: " \\\n      ")
      return "    \(names))\n      \(lines)\n      ;;"
    }
    return """
      # What a command takes; fails for no command.
      _teamsh_command() {
        local -a shared=(
      \(shared.joined(separator: "\n"))
        )
        case $1 in
      \(cases.joined(separator: "\n"))
          *) return 1 ;;
        esac
      }
      """
  }

  private var main: String {
    let launch = reference.launch.map(specification).joined(separator: " \\\n    ")
    let nouns = reference.nouns.map(\.name).joined(separator: " | ")
    let alone = reference.standalone.flatMap(reference.commands)
      .flatMap { [$0.name] + $0.aliases }.map(Self.word).joined(separator: " | ")
    return """
      _teamsh_first() {
        _teamsh_words '' || _files
      }

      _teamsh() {
        local curcontext=$curcontext context state state_descr line
        local -i ret=1
        typeset -A opt_args
        _arguments -C -s -A '-*' : \\
          \(launch) \\
          '(- *)--help[Show help.]' \\
          '1: :_teamsh_first' \\
          '*:: :->behind' && ret=0
        [[ $state == behind ]] || return ret
        case $words[1] in
          \(nouns))
            if (( CURRENT == 2 )); then
              _teamsh_words $words[1] && ret=0
            else
              local name="$words[1] $words[2]"
              shift words
              (( CURRENT -= 1 ))
              _teamsh_command $name && ret=0
            fi
            ;;
          \(alone))
            _teamsh_command $words[1] && ret=0
            ;;
          *)
            _files && ret=0
            ;;
        esac
        return ret
      }
      """
  }

  private func specification(_ option: Grammar.Parameter) -> String {
    let names = option.orderedNames.map { name in
      option.isFlag ? name : name.hasPrefix("--") ? "\(name)=" : "\(name)+"
    }
    let about = "[\(Self.escaped(option.abstract, "[]"))]" + argument(option)
    if option.isRepeating {
      return names.map { "'*\($0)\(about)'" }.joined(separator: " ")
    }
    guard names.count > 1 else { return "'\(names.joined())\(about)'" }
    let others = option.orderedNames.joined(separator: " ")
    return "'(\(others))'{\(names.joined(separator: ","))}'\(about)'"
  }

  private func position(_ index: Int, _ parameter: Grammar.Parameter) -> String {
    let place = parameter.isRepeating ? "*" : "\(index)"
    let optional = parameter.isOptional && !parameter.isRepeating ? ":" : ""
    guard ValueSource(parameter) == .free, let name = parameter.valueName else {
      return "'\(place)\(optional)\(argument(parameter))'"
    }
    // A plain hint would keep zsh from inserting the only option that fits.
    return "'\(place)\(optional):\(name):_guard \"^-*\" \(name)'"
  }

  /// The part that says what a value is, and where it comes from.
  private func argument(_ parameter: Grammar.Parameter) -> String {
    guard let name = parameter.valueName else { return "" }
    return ":\(Self.escaped(name, ":")):\(Self.action(ValueSource(parameter)))"
  }

  private static func action(_ source: ValueSource) -> String {
    switch source {
    case .free: return " "
    case .files: return "_files"
    // The space keeps zsh from putting options of its own before the word.
    case .commands: return " _teamsh_words \"${words[2,CURRENT-1]}\""
    case .words(let words):
      guard words.contains(where: { !$0.about.isEmpty }) else {
        return "(\(words.map(\.word).joined(separator: " ")))"
      }
      let items = words.map { "\($0.word)\\:\"\(escaped($0.about, "\""))\"" }
      return "((\(items.joined(separator: " "))))"
    case .following(let rows):
      let cases = rows.filter { !$0.values.isEmpty }.map {
        "\($0.word)) compadd -- \($0.values.joined(separator: " ")) ;;"
      }
      return "{case $words[CURRENT-1] in \(cases.joined(separator: " ")) esac}"
    }
  }

  private static func described(_ candidate: Candidate) -> String {
    "'\(word(candidate.word)):\(escaped(candidate.about, ""))'"
  }

  private static func word(_ text: String) -> String {
    text.replacing(":", with: "\\:")
  }

  /// A text inside of single quotes, with a backslash before each of some characters.
  private static func escaped(_ text: String, _ special: String) -> String {
    var result = ""
    for character in text {
      if character == "'" {
        result += "'\\''"
      } else {
        if special.contains(character) { result += "\\" }
        result.append(character)
      }
    }
    return result
  }
}
