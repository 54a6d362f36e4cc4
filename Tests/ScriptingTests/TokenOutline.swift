import CommandKit
@testable import Scripting

/// Writes tokens and trees in one short line, so that a table of them can be read.
///
/// Bare text stands as it is, `'…'` and `"…"` are quoted text, `\…` is escaped, `$…` a variable, `$(…)` a command.
enum Outline {
  static func of(_ tokens: [Token]) -> String {
    tokens.map(of).joined(separator: " ")
  }

  static func of(_ token: Token) -> String {
    switch token.kind {
    case .word(let word): of(word)
    case .newline: "⏎"
    case .semicolon: ";"
    case .and: "&&"
    case .or: "||"
    case .background: "&"
    case .hereDocument(let document): "<<{\(of(document.text))}"
    case .redirection(let mode): mode.rawValue
    case .pipe(let program): "|{\(program.text)}"
    case .program(let program): "!{\(program.text)}"
    case .comment: "#"
    }
  }

  static func of(_ word: WordSyntax) -> String {
    word.pieces.map { piece in
      let text =
        switch piece.content {
        case .text(let text): text
        case .variable(let reference):
          "$" + reference.name + (reference.path.map { "." + $0 } ?? "")
        case .substitution(let tokens, let isClosed): "$(" + of(tokens) + (isClosed ? ")" : "")
        }
      return switch piece.quoting {
      case .bare: text
      case .escaped: "\\" + text
      case .single: "'\(text)'"
      case .double: "\"\(text)\""
      }
    }.joined()
  }

  static func of(_ block: Block) -> String {
    block.map(of).joined(separator: "; ")
  }

  static func of(_ chain: Chain) -> String {
    chain.links.reduce(of(chain.first)) { text, link in
      text + (link.connector == .and ? " && " : " || ") + of(link.statement)
    } + (chain.isJob ? " &" : "")
  }

  static func of(_ statement: Statement) -> String {
    switch statement.kind {
    case .command(let command): of(command)
    case .assignment(let name, let value): "\(name)=(\(of(value)))"
    case .program(let program): "!{\(program.text)}"
    case .loop(let name, let words, let body):
      "for \(name) in [\(words.map(of).joined(separator: " "))] {\(of(body))}"
    case .branch(let condition, let then, let otherwise):
      "if (\(of(condition))) {\(of(then))} else {\(of(otherwise))}"
    }
  }

  private static func of(_ command: CommandSyntax) -> String {
    let words = command.words.map(of).joined(separator: " ")
    let files = [command.input, command.output].compactMap { $0 }.map {
      " \($0.mode.rawValue)(\(of($0.file)))"
    }
    let document = command.hereDocument.map { " <<(\(of($0)))" } ?? ""
    return "[\(words)]" + files.joined() + document + (command.pipe.map { " |{\($0.text)}" } ?? "")
  }
}
