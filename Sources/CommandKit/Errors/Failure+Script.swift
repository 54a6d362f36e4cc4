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
    let location = error.location
    let excerpt = error.isPointed ? Excerpt(location)?.text : nil
    if let source = location.source {
      what = "teamsh: \(source):\(location.line):\(location.column): \(what)"
    }
    let includes = error.includes.map(Self.includes)
    why = ([excerpt] + includes + [why]).compactMap { $0 }.joined(separator: "\n  ")
    if why?.isEmpty == true { why = nil }
    if case .unsetVariable(_, let nearest) = error.code {
      next = Self.suggestion(nearest.map { "$\($0)" }) ?? next
    }
  }

  /// Where another text was run from.
  private static func includes(_ place: ScriptLocation) -> String {
    guard let source = place.source else { return "typed at column \(place.column)" }
    return "in a file included from \(source):\(place.line)"
  }

  static func sentence(_ code: ScriptError.Code) -> String {
    switch code {
    case .unfinished(let what): "\(opened(what)) is not closed."
    case .unexpected(let sign): "\(quoted(sign)) cannot stand here."
    case .missing(let part, let sign): "After \(quoted(sign)) a \(name(part)) is missing."
    case .typographicQuote(let quote):
      "\(quote) is a typographic quotation mark. Write \" or ' instead."
    case .notClosed(let what): "\(opened(what)) is not closed."
    case .invalidName(let name): "\(quoted(name)) is no name."
    case .reservedVariable(let name): "$\(name) is set by the session and cannot be assigned."
    case .unsetVariable(let name, _): "$\(name) is not set."
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
    case .fileExists(let path): "\(path) is there already. Write >| to replace it."
    case .restricted(.program): "A restricted session starts no programs."
    case .restricted(.output): "A restricted session writes no files."
    case .restricted(.path): "A restricted session reads files of this folder only."
    case .spareWords(let alias): "\(alias) takes no words."
    case .tooManyJobs(let limit): "\(limit) jobs run already. Wait for one: wait"
    case .partlyFailed(let failures): "\(failures) statements failed; the others ran."
    case .interrupted: "Interrupted."
    }
  }

  private static func opened(_ what: ScriptError.Unfinished) -> String {
    switch what {
    case .singleQuote: "The quote '"
    case .doubleQuote: "The quote \""
    case .backtick: "The quote `"
    case .json: "The JSON value"
    case .backslash: "The line after \\"
    case .substitution: "$("
    case .variable: "${"
    case .forBlock: "for"
    case .ifBlock: "if"
    case .chain: "&& or ||"
    case .hereDocument(let delimiter): "The text up to the line \(quoted(delimiter))"
    }
  }

  private static func name(_ part: ScriptError.Part) -> String {
    switch part {
    case .command: "command"
    case .fileName: "file name"
    case .name: "name"
    case .in: "word \u{201C}in\u{201D}"
    case .program: "program"
    case .delimiter: "word that ends the text"
    }
  }
}
