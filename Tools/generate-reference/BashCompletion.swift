import CommandKit

/// The completion script for bash: tables of words, and a function that walks along the line.
struct BashCompletion {
  private let reference: Reference

  init(_ reference: Reference) {
    self.reference = reference
  }

  var text: String {
    [
      "# bash completion of teamsh, generated from the commands' declarations by: make generate",
      words, aliases, options, values, Self.walk,
      "complete -F _teamsh teamsh\n",
    ].joined(separator: "\n\n")
  }

  private var words: String {
    let nouns = reference.nouns.map { ("'\($0.name)'", reference.verbs(of: $0)) }
    let cases = ([("''", reference.firstWords)] + nouns).map { pattern, words in
      "    \(pattern)) found='\(words.map(\.word).joined(separator: " "))' ;;"
    }
    return function(
      "_teamsh_words", "The words that can follow a noun, or begin a line; fails where none can.",
      cases + ["    *) return 1 ;;"], subject: "$1")
  }

  private var aliases: String {
    function(
      "_teamsh_alias", "The command that another name calls.",
      reference.aliases.map { "    '\($0.alias)') command='\($0.name)' ;;" }, subject: "$command")
  }

  private var options: String {
    let launch = reference.launch.flatMap(\.orderedNames).joined(separator: " ")
    let commands = reference.commands.map { command in
      let names = command.grammar.options.flatMap(\.orderedNames).joined(separator: " ")
      return "    '\(command.name)') found='\(names)' ;;"
    }
    return function(
      "_teamsh_options", "The options of a command, or of teamsh itself; fails for no command.",
      ["    '') found='\(launch) --help' ;;"] + commands + ["    *) return 1 ;;"], subject: "$1")
  }

  private var values: String {
    let cases = ValueTable(reference).rows.map { row in
      "    \(row.patterns.map(Self.pattern).joined(separator: " | "))) \(Self.body(row.source)) ;;"
    }
    return function(
      "_teamsh_values",
      "What an option of a command takes, or a position, after the word before; fails for nothing.",
      cases + ["    *) return 1 ;;"], subject: "$1 $2", opening: ["  found=''"])
  }

  private func function(
    _ name: String, _ about: String, _ cases: [String], subject: String, opening: [String] = []
  ) -> String {
    (["# \(about)", "\(name)() {"] + opening + ["  case \"\(subject)\" in"] + cases
      + ["  esac", "}"]).joined(separator: "\n")
  }

  private static func pattern(_ pattern: ValueTable.Pattern) -> String {
    let command = pattern.command.map { "'\($0) " } ?? "*' "
    return pattern.isOpen ? "\(command)'[\(pattern.place)-9]*" : "\(command)\(pattern.place)'"
  }

  private static func body(_ source: ValueSource) -> String {
    switch source {
    case .free: return ":"
    case .files: return "found=/"
    case .words(let words): return "found='\(words.map(\.word).joined(separator: " "))'"
    case .commands: return "_teamsh_words \"$3\""
    case .following(let rows):
      let cases = rows.filter { !$0.values.isEmpty }.map {
        "\($0.word)) found='\($0.values.joined(separator: " "))' ;;"
      }
      return "case $3 in \(cases.joined(separator: " ")) esac"
    }
  }

  private static let walk = """
    _teamsh() {
      local words=() word command='' option='' before='' found='' position=1 dashes=yes
      # bash parts words at the = of --output=json; here both spellings are alike.
      for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        [[ $word == '=' && ${#words[@]} -gt 0 && ${words[-1]} == --* ]] || words+=("$word")
      done
      [[ $word == '=' && ${words[-1]} == --* ]] && words+=('')
      local current=${words[-1]}
      unset 'words[-1]'

      for word in "${words[@]}"; do
        if [[ -n $option ]]; then
          option=''
        elif [[ $dashes && $word == -- ]]; then
          dashes=''
        elif [[ $dashes && $word == -?* ]]; then
          _teamsh_values "$command" "$word" && option=$word
        elif _teamsh_words "$command"; then
          command+=${command:+ }$word
          _teamsh_alias
        else
          before=$word
          ((position += 1))
        fi
      done

      found=''
      if [[ -n $option ]]; then
        _teamsh_values "$command" "$option"
      elif [[ $dashes && $current == -* ]]; then
        _teamsh_options "$command"
      elif _teamsh_words "$command"; then
        [[ -n $command || -n $(compgen -W "$found" -- "$current") ]] || found=/
      elif _teamsh_options "$command"; then
        _teamsh_values "$command" "$position" "$before"
      else
        found=/
      fi
      if [[ $found == / ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
      else
        mapfile -t COMPREPLY < <(compgen -W "$found" -- "$current")
      fi
    }
    """
}
