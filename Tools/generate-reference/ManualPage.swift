import CommandKit
import Output

/// `Documentation/teamsh.1`: the manual page, in the macros of `man(7)`.
struct ManualPage {
  private let reference: Reference

  init(_ reference: Reference) {
    self.reference = reference
  }

  var text: String {
    let version = LaunchGrammar.version
    let parts: [String] =
      [
        ".\\\" Generated from the commands' declarations by: make generate",
        ".TH TEAMSH 1 \"\" \"teamsh \(version)\" \"User Commands\"",
        ".SH NAME", "teamsh \\- \(Roff.text(Self.lowered(LaunchGrammar.abstract)))",
        ".SH SYNOPSIS", synopsis,
        ".SH DESCRIPTION", Roff.text(Self.description),
        ".SH OPTIONS",
      ] + reference.launch.map(Self.option)
      + [Roff.item("\\fB\\-\\-help\\fR", "Show help."), ".SH COMMANDS"]
      + reference.catalog.nouns.flatMap(noun)
      + reference.sections.flatMap { section in
        [".SH \(Roff.text(section.uppercased()))"] + reference.shared(section).map(Self.option)
      }
      + [".SH FORMATS"]
      + OutputFormat.allCases.map { Roff.item(Roff.bold($0.rawValue), Roff.text($0.abstract)) }
      + [".SH SETTINGS"]
      + Settings.keys.map { Roff.item(Roff.bold($0.name), Roff.text(Self.about($0))) }
      + [".SH EXIT STATUS"]
      + ExitCode.meanings.map { Roff.item("\\fB\($0.code.rawValue)\\fR", Roff.text($0.sentence)) }
      + [".SH ENVIRONMENT"]
      + HelpTopic.variables.map { Roff.item(Roff.bold($0.0), Roff.text($0.1)) }
      + [".SH SEE ALSO", "\\fBteamsh help\\fR, \\fBteamsh demo\\fR"]
    return parts.joined(separator: "\n") + "\n"
  }

  private var synopsis: String {
    LaunchGrammar.synopsis.split(separator: "\n")
      .map { Roff.text(String($0)) }.joined(separator: "\n.br\n")
  }

  private func noun(_ noun: Noun) -> [String] {
    [".SS \(Roff.text(noun.abstract))"] + reference.commands(of: noun).map(command)
  }

  private func command(_ command: Reference.Command) -> String {
    let own = command.grammar.positionals + command.ownOptions
    let lines = own.map { parameter in
      let name = parameter.isPositional ? parameter.placeholder : Self.signature(parameter)
      return ".br\n\(Roff.bold(name)): \(Roff.text(Self.about(parameter)))"
    }
    let call = Roff.bold(HelpPage(command.entry).synopsis)
    let about = Roff.text(command.entry.abstract)
    return ([Roff.item(call, about)] + lines).joined(separator: "\n")
  }

  private static func option(_ option: Grammar.Parameter) -> String {
    Roff.item(Roff.bold(signature(option)), Roff.text(about(option)))
  }

  private static func signature(_ option: Grammar.Parameter) -> String {
    let names = option.orderedNames.joined(separator: ", ")
    return option.isFlag ? names : "\(names) \(option.placeholder)"
  }

  private static func about(_ parameter: Grammar.Parameter) -> String {
    guard !parameter.values.isEmpty else { return parameter.abstract }
    return "\(parameter.abstract) One of: \(parameter.values.joined(separator: ", "))."
  }

  private static func about(_ key: Settings.Key) -> String {
    guard !key.values.isEmpty else { return key.abstract }
    return "\(key.abstract) One of: \(key.values.joined(separator: ", "))."
  }

  private static func lowered(_ sentence: String) -> String {
    let text = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  private static let description = """
    At its prompt, teamsh signs in once, stands in a team, channel or chat, completes the tenant's own \
    names, and turns typed commands into Microsoft Graph requests. The same words work in scripts and \
    one by one from the system's shell.
    """
}

/// Text in the language of `man(7)`.
enum Roff {
  /// Plain text, safe from being read as a request, an escape or a ligature.
  static func text(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .replacing("'", with: "\\(aq").replacing("…", with: "\\&...")
    return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
  }

  static func bold(_ text: String) -> String { "\\fB\(Self.text(text))\\fR" }

  /// A tagged paragraph: the tag, and what it means.
  static func item(_ tag: String, _ about: String) -> String { ".TP\n\(tag)\n\(about)" }
}
