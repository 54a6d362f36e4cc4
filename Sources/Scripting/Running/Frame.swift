import CommandKit

/// A text that is running: a typed line, a script, or a file that a script includes.
struct Frame {
  let source: SourceText
  /// The values of `$1` and so on.
  let arguments: [String]
  /// The folder that relative paths of included files start from; `nil` for the current one.
  let folder: String?
  /// The statement of the outer text that runs this one.
  let callSite: ScriptLocation?
  /// The statement that runs now.
  var statement: Range<Int> = 0..<0
  var io: CommandIO
  var programs: ProgramStreams
  /// Whether a failed statement is noted and the next one run.
  var keepsGoing: Bool
}
