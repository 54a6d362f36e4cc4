import CommandKit

/// A text that is running: a typed line, a script, a file that a script includes, or an alias.
struct Frame {
  let source: SourceText
  /// The values of `$1` and so on; those of an alias keep their marks, as if typed where they are put.
  let arguments: [Word]
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
  /// Whether the text is that of an alias, in which no further alias is looked for.
  var isAlias = false
}

/// Words with their values, and where each was typed.
struct Expansion {
  private(set) var words: [Word] = []
  private(set) var ranges: [Range<Int>?] = []

  var isEmpty: Bool { words.isEmpty }

  mutating func append(_ word: Word, at range: Range<Int>?) {
    words.append(word)
    ranges.append(range)
  }

  /// Where the word stands that an error names; `nil` unless exactly one does.
  func range(of typed: String) -> Range<Int>? {
    let whole = words.indices.filter { words[$0].text == typed }
    let found =
      whole.isEmpty
      ? words.indices.filter {
        words[$0].option.map { $0.name == typed || $0.value?.text == typed } ?? false
      } : whole
    return found.count == 1 ? ranges[found[0]] : nil
  }
}
