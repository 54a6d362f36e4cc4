/// Why a line or a script stopped, and where.
package struct ScriptError: Error, Sendable {
  package let code: Code

  /// Where it happened.
  package let location: ScriptLocation

  /// The statements that were running other files at that moment, innermost first.
  package let includes: [ScriptLocation]

  /// What the command, the file or the program failed with.
  package let underlying: (any Error)?

  /// Whether the location is the very word at fault, and not the statement that failed.
  package let isPointed: Bool

  package init(
    code: Code, location: ScriptLocation, includes: [ScriptLocation] = [],
    underlying: (any Error)? = nil, isPointed: Bool? = nil
  ) {
    self.code = code
    self.location = location
    self.includes = includes
    self.underlying = underlying
    self.isPointed = isPointed ?? (underlying == nil && code != .interrupted)
  }
}

extension ScriptError {
  /// What went wrong.
  package enum Code: Sendable, Hashable {
    /// The text ends inside something that was opened; the location is the opening.
    case unfinished(Unfinished)
    /// A sign or a reserved word stands where none can stand.
    case unexpected(String)
    /// A sign such as `&&` or `for` lacks what must follow it.
    case missing(Part, after: String)
    /// A word starts with a typographic quotation mark, as word processors paste it.
    case typographicQuote(Character)
    /// What was opened inside a here-document ends with it, and was not closed.
    case notClosed(Unfinished)
    /// A name in `${…}` or before `in` is no name.
    case invalidName(String)
    /// A variable that the session sets cannot be assigned.
    case reservedVariable(String)
    /// A variable has no value.
    case unsetVariable(String, nearest: [String] = [])
    /// A variable has no document, or its document no such field.
    case missingField(variable: String, path: String)
    /// A file name came out as none or several words.
    case notOneWord(count: Int)
    /// Files or substitutions are nested too deeply, most often a file that runs itself.
    case tooDeep(limit: Int)
    /// A script or an input file cannot be read; the reason is in the system's words.
    case unreadable(path: String, reason: String)
    /// A script is not UTF-8 text.
    case notText(path: String)
    /// A command failed; the underlying error says how.
    case commandFailed
    /// The output of a statement could not be put into its file; the underlying error says why.
    case outputFailed
    /// A program ended with a status other than 0.
    case programFailed(status: Int32)
    /// A program was ended by a signal.
    case programSignalled(signal: Int32)
    /// The system's shell could not be started.
    case programNotStarted
    /// `>` met a file that is there, and `noclobber` is on.
    case fileExists(path: String)
    /// A restricted session does not do this.
    case restricted(Restriction)
    /// An alias that ends in no command was given more words than it uses.
    case spareWords(alias: String)
    /// As many jobs run as may.
    case tooManyJobs(limit: Int)
    /// Some statements failed and the rest ran, as was asked for.
    case partlyFailed(failures: Int)
    /// The person pressed Ctrl-C.
    case interrupted
  }

  /// What a text can end inside of.
  package enum Unfinished: Sendable, Hashable {
    case singleQuote, doubleQuote, backtick, json, backslash, substitution, variable, forBlock,
      ifBlock
    /// A line that ends in `&&` or `||`.
    case chain
    /// A here-document whose last line has not come.
    case hereDocument(delimiter: String)
  }

  /// What a restricted session refuses.
  package enum Restriction: Sendable, Hashable {
    /// `!program` and `command | program`.
    case program
    /// `>`, `>>` and `>|`.
    case output
    /// A file to run or to read that is named by a path.
    case path

    /// Whether a file's name leads out of the folder that one is in.
    package static func isPath(_ name: some StringProtocol) -> Bool { name.contains("/") }
  }

  /// What can be missing after a sign.
  package enum Part: Sendable, Hashable {
    case command, fileName, name, `in`, program, delimiter
  }

  /// The code of the failure; `nil` where only the underlying error knows it.
  package var exitCode: ExitCode? {
    switch code {
    case .unfinished, .unexpected, .missing, .typographicQuote, .notClosed, .invalidName,
      .reservedVariable, .unsetVariable, .missingField, .notOneWord, .tooDeep, .notText,
      .spareWords, .tooManyJobs:
      .usage
    case .unreadable: .notFound
    case .commandFailed, .outputFailed: nil
    case .programNotStarted, .fileExists: .failed
    case .restricted: .permission
    case .programFailed(let status): ExitCode(rawValue: status)
    case .programSignalled(let signal): ExitCode(rawValue: 128 + signal)
    case .partlyFailed: .partly
    case .interrupted: .interrupted
    }
  }
}

/// A place in a script or a typed line, with the text needed to show it.
package struct ScriptLocation: Sendable, Hashable {
  /// The file as it was named, or what else the text came from; `nil` for a line typed at the prompt.
  package let source: String?
  /// Counted from 1.
  package let line: Int
  /// Counted from 1, in characters.
  package let column: Int
  /// The number of characters that the excerpt marks; at least 1, and never beyond the line.
  package let length: Int
  /// The line that it is in, without its newline.
  package let lineText: String

  package init(source: String?, line: Int, column: Int, length: Int, lineText: String) {
    self.source = source
    self.line = line
    self.column = column
    self.length = length
    self.lineText = lineText
  }
}
