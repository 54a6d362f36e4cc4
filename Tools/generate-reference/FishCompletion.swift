import CommandKit

/// The completion script for fish: one line for each option and position, under conditions that walk
/// along the line.
struct FishCompletion {
  private let reference: Reference

  init(_ reference: Reference) {
    self.reference = reference
  }

  var text: String {
    let lines =
      ["complete -c teamsh -f"]
      + reference.launch.map { line("__teamsh_in ''", $0) }
      + [
        "complete -c teamsh -n \"__teamsh_in ''\" -l help -d 'Show help.'",
        "complete -c teamsh -n __teamsh_wants_word -a '(__teamsh_words (__teamsh_state)[1])'",
        "complete -c teamsh -n __teamsh_wants_file -F",
      ]
    return [
      "# fish completion of teamsh, generated from the commands' declarations by: make generate",
      words, aliases, known, values, Self.conditions, lines.joined(separator: "\n"),
      (options + positions).joined(separator: "\n") + "\n",
    ].joined(separator: "\n\n")
  }

  private var words: String {
    let nouns = reference.nouns.map { ($0.name, reference.verbs(of: $0)) }
    let cases = ([("''", reference.firstWords)] + nouns).flatMap { name, words in
      ["        case \(name)", "            printf '%s\\t%s\\n' \\"]
        + words.enumerated().map { index, word in
          let end = index == words.count - 1 ? "" : " \\"
          return "                \(Self.quoted(word.word)) \(Self.quoted(word.about))\(end)"
        }
    }
    return function(
      "__teamsh_words", "The words that can follow a noun, or begin a line; fails where none can",
      cases + ["        case '*'", "            return 1"])
  }

  private var aliases: String {
    function(
      "__teamsh_canonical", "The command that a name calls",
      reference.aliases.flatMap {
        ["        case \(Self.quoted($0.alias))", "            echo \(Self.quoted($0.name))"]
      } + ["        case '*'", "            echo \"$argv\""])
  }

  private var known: String {
    let names = reference.commands.map { Self.quoted($0.name) }.joined(separator: " ")
    return function(
      "__teamsh_known", "Whether there is such a command",
      ["        case \(names)", "            return 0", "        case '*'", "            return 1"])
  }

  private var values: String {
    let patterns = ValueTable(reference).rows.flatMap(\.patterns)
      .filter { $0.place.hasPrefix("-") }
      .map { Self.quoted("\($0.command ?? "*") \($0.place)") }
    return function(
      "__teamsh_takes_value", "Whether an option of a command takes the next word",
      [
        "        case \(patterns.joined(separator: " "))", "            return 0",
        "        case '*'", "            return 1",
      ])
  }

  private func function(_ name: String, _ about: String, _ cases: [String]) -> String {
    (["function \(name) -d \(Self.quoted(about))", "    switch \"$argv\""] + cases
      + ["    end", "end"]).joined(separator: "\n")
  }

  private var options: [String] {
    reference.sharedOptions.map { shared in
      let names = shared.commands.map { "'\($0)'" }.joined(separator: " ")
      return line(
        shared.isUniversal ? "__teamsh_in_command" : "__teamsh_in \(names)", shared.option)
    }
  }

  private var positions: [String] {
    reference.commands.flatMap { command in
      command.grammar.positionals.enumerated().flatMap { index, parameter in
        let open = parameter.isRepeating ? " --open" : ""
        let condition = Self.condition("__teamsh_at '\(command.name)' \(index + 1)\(open)")
        return Self.sources(ValueSource(parameter)).map {
          "complete -c teamsh -n \(condition) \($0)"
        }
      }
    }
  }

  private func line(_ condition: String, _ option: Grammar.Parameter) -> String {
    var parts = ["complete -c teamsh -n \(Self.condition(condition))"]
    for name in option.orderedNames {
      parts.append(name.hasPrefix("--") ? "-l \(name.dropFirst(2))" : "-s \(name.dropFirst())")
    }
    if !option.isFlag { parts.append(Self.sources(ValueSource(option)).first ?? "-x") }
    parts.append("-d \(Self.quoted(option.abstract))")
    return parts.joined(separator: " ")
  }

  /// The ends of lines that say which values there are; none where the shell cannot know any.
  private static func sources(_ source: ValueSource) -> [String] {
    switch source {
    case .free: return []
    case .files: return ["-r -F"]
    case .commands: return ["-a '(__teamsh_words (__teamsh_before))'"]
    case .words(let words):
      guard words.contains(where: { !$0.about.isEmpty }) else {
        return ["-x -a '\(words.map(\.word).joined(separator: " "))'"]
      }
      return words.map { "-x -a \($0.word) -d \(quoted($0.about))" }
    case .following(let rows):
      let cases = rows.filter { !$0.values.isEmpty }.map {
        "case \($0.word); string split ' ' '\($0.values.joined(separator: " "))'; "
      }
      return ["-x -a \"(switch (__teamsh_before); \(cases.joined())end)\""]
    }
  }

  private static func condition(_ text: String) -> String {
    text.contains(" ") ? "\"\(text)\"" : text
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
    return "'\(escaped)'"
  }

  private static let conditions = """
    function __teamsh_state -d 'Prints the command typed so far, then the words behind it'
        set -l words (commandline -opc)
        set -l command ''
        set -l behind
        set -l takes_next no
        for word in $words[2..]
            if test $takes_next = yes
                set takes_next no
            else if string match -q -- '-?*' $word
                __teamsh_takes_value "$command" $word; and set takes_next yes
            else if __teamsh_words "$command" >/dev/null
                set command (__teamsh_canonical (string trim "$command $word"))
            else
                set -a behind $word
            end
        end
        string join \\n -- "$command" $behind
    end

    function __teamsh_before -d 'Prints the word before the current one, behind the command'
        set -l state (__teamsh_state)
        set -e state[1]
        echo $state[-1]
    end

    function __teamsh_in -d 'Whether one of these commands is typed'
        contains -- (__teamsh_state)[1] $argv
    end

    function __teamsh_in_command -d 'Whether a whole command is typed'
        not __teamsh_words (__teamsh_state)[1] >/dev/null
    end

    function __teamsh_at -d 'Whether the current word stands at a position of a command, or behind it'
        set -l state (__teamsh_state)
        test "$state[1]" = $argv[1]; or return
        test (count $state) -eq $argv[2]; and return
        contains -- --open $argv; and test (count $state) -gt $argv[2]
    end

    function __teamsh_wants_word -d 'Whether a noun, a verb or a command can stand here'
        __teamsh_words (__teamsh_state)[1] >/dev/null
    end

    function __teamsh_wants_file -d 'Whether a script or its arguments can stand here'
        set -l command (__teamsh_state)[1]
        if test -z "$command"
            not __teamsh_words '' | string match -q -- (commandline -ct)'*'
        else
            not __teamsh_known "$command"
        end
    end
    """
}
