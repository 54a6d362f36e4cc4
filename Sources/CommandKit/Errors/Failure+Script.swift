extension Failure {
  /// The words for a line or script that stopped: the underlying failure's, after the place.
  init(_ error: ScriptError) {
    if let underlying = error.underlying {
      self.init(underlying)
      if error.code == .interrupted { exitCode = .interrupted }
    } else {
      self.init(Self.sentence(error.code), .failed)
    }
    if let code = error.exitCode { exitCode = code }
    if let source = error.location.source {
      what = "\(source):\(error.location.line):\(error.location.column): \(what)"
      for include in error.includes {
        let name = include.source.map { "\($0):" } ?? "line "
        why = [why, "in a file included from \(name)\(include.line)"].compactMap { $0 }
          .joined(separator: "\n  ")
      }
    } else if error.underlying == nil {
      why = [Self.excerpt(error.location), why].compactMap { $0 }.joined(separator: "\n  ")
    }
  }

  /// The line with a caret under the place.
  private static func excerpt(_ location: ScriptLocation) -> String? {
    guard !location.lineText.isEmpty else { return nil }
    let padding = String(repeating: " ", count: max(location.column - 1, 0))
    let carets = String(repeating: "^", count: max(location.length, 1))
    return "\(location.lineText)\n  \(padding)\(carets)"
  }

  private static func sentence(_ code: ScriptError.Code) -> String {
    switch code {
    case .unfinished(let what): "\(opened(what)) is not closed."
    case .unexpected(let sign): "\(quoted(sign)) cannot stand here."
    case .missing(let part, let sign): "After \(quoted(sign)) a \(name(part)) is missing."
    case .typographicQuote(let quote):
      "\(quote) is a typographic quotation mark. Write \" or ' instead."
    case .hereDocument: "Here-documents are not known. Give input with < FILE."
    case .invalidName(let name): "\(quoted(name)) is no name."
    case .reservedVariable(let name): "$\(name) is set by the session and cannot be assigned."
    case .unsetVariable(let name): "$\(name) is not set."
    case .missingField(let variable, let path): "$\(variable) has no field \(quoted(path))."
    case .notOneWord(let count): "A file name is one word, not \(count)."
    case .tooDeep(let limit): "Files or substitutions are nested more than \(limit) deep."
    case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)."
    case .notText(let path): "\(path) is no text in UTF-8."
    case .commandFailed: "The command failed."
    case .outputFailed: "The output could not be written."
    case .programFailed(let status): "The program ended with status \(status)."
    case .programSignalled(let signal): "The program was ended by signal \(signal)."
    case .programNotStarted: "/bin/sh could not be started."
    case .partlyFailed(let failures): "\(failures) statements failed; the others ran."
    case .interrupted: "Interrupted."
    }
  }

  private static func opened(_ what: ScriptError.Unfinished) -> String {
    switch what {
    case .singleQuote: "The quote '"
    case .doubleQuote: "The quote \""
    case .backslash: "The line after \\"
    case .substitution: "$("
    case .variable: "${"
    case .forBlock: "for"
    case .ifBlock: "if"
    case .chain: "&& or ||"
    }
  }

  private static func name(_ part: ScriptError.Part) -> String {
    switch part {
    case .command: "command"
    case .fileName: "file name"
    case .name: "name"
    case .in: "word \u{201C}in\u{201D}"
    case .program: "program"
    }
  }
}
