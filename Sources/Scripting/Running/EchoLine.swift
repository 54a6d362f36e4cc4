import CommandKit
import Output

/// A statement as `set echo on` shows it: with its values filled in, and without its secrets.
///
///     + team create "Sales EMEA" --visibility private
struct EchoLine: Sendable, Hashable {
  let text: String

  private init(_ line: String) {
    text = SecretShapes.starred(line)
  }

  static func assignment(_ name: String, _ value: String) -> EchoLine {
    EchoLine("\(name)=\(Lexer.quote(value))")
  }

  static func program(_ program: ProgramText) -> EchoLine {
    EchoLine("!\(program.text)")
  }

  static func command(_ words: [Word], _ program: ProgramText? = nil) -> EchoLine {
    EchoLine(line(of: words) + (program.map { " |\($0.text)" } ?? ""))
  }

  static func command(_ words: [Word], _ mode: Redirection.Mode, _ path: String) -> EchoLine {
    EchoLine("\(line(of: words)) \(mode.rawValue) \(Lexer.quote(path))")
  }

  /// Words as they could be typed.
  private static func line(of words: [Word]) -> String {
    words.map { word in
      guard let option = word.option else {
        return word.isLiteral ? Lexer.quote(word.text) : word.text
      }
      return option.name + (option.value.map { "=" + Lexer.quote($0.text) } ?? "")
    }.joined(separator: " ")
  }
}

extension Interpreter {
  /// Shows a statement before it runs, where the settings ask for it.
  func echo(_ line: @autoclosure () -> EchoLine) {
    guard host.settings.echo else { return }
    let text = "+ \(line().text)\n"
    try? host.errors.write(host.errors.isTerminal ? HostileText.visibleLines(text) : text)
  }
}
