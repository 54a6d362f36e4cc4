import CommandKit

/// Looks through a script without running it, and gathers what would stop it for sure.
///
/// What depends on a value is left alone: a command whose name is a variable, a file whose name is one.
struct ScriptCheck {
  private let host: any ScriptHost
  /// Reads an included file.
  private let read: (String) throws(ScriptError) -> String
  private(set) var faults: [ScriptError] = []
  private var assigned: Set<String>
  private var aliases: Set<String> = []
  private var uses: [Use] = []
  /// Whether files are included that cannot be looked into, and may set anything.
  private var isOpen = false
  private var text = Text(source: SourceText(""), arguments: nil, folder: nil, includes: [])
  /// The lines of the text in which the lexer found something wrong.
  private var brokenLines: Set<Int> = []

  /// A variable that is asked for.
  private struct Use {
    let name: String
    let range: Range<Int>
    let text: Text
  }

  /// A file, and what led to it.
  struct Text {
    let source: SourceText
    /// How many arguments it gets; `nil` when it may be any number.
    let arguments: Int?
    let folder: String?
    let includes: [ScriptLocation]

    func fault(
      _ code: ScriptError.Code, at range: Range<Int>, underlying: (any Error)? = nil
    ) -> ScriptError {
      ScriptError(
        code: code, location: source.location(range), includes: includes, underlying: underlying,
        isPointed: true)
    }
  }

  init(
    host: any ScriptHost, variables: Set<String>,
    read: @escaping (String) throws(ScriptError) -> String
  ) {
    self.host = host
    assigned = variables
    self.read = read
  }

  /// Looks through texts that run one after the other and all files that they name, and gives what is wrong
  /// in the order of reading.
  mutating func run(_ texts: [Text]) -> [ScriptError] {
    var found: [[ScriptError]] = []
    var ends: [Int] = []
    for text in texts {
      check(text)
      found.append(faults)
      faults = []
      ends.append(uses.count)
    }
    if !isOpen {
      for (index, use) in uses.enumerated() where !isSet(use) {
        let text = ends.firstIndex { index < $0 } ?? 0
        let nearest = Spelling.nearest(
          to: use.name, among: Array(assigned.union(host.variables.names)))
        found[text].append(
          use.text.fault(.unsetVariable(use.name, nearest: nearest), at: use.range))
      }
    }
    return found.flatMap { $0.sorted(by: Self.isEarlier) }
  }

  /// Whether one fault is read before another one: an included file is read where it is named.
  private static func isEarlier(_ left: ScriptError, _ right: ScriptError) -> Bool {
    func places(_ error: ScriptError) -> [Int] {
      (error.includes.reversed() + [error.location]).flatMap { [$0.line, $0.column] }
    }
    return places(left).lexicographicallyPrecedes(places(right))
  }

  private func isSet(_ use: Use) -> Bool {
    if let number = Int(use.name) { return use.text.arguments.map { number <= $0 } ?? true }
    return assigned.contains(use.name) || host.variables.names.contains(use.name)
      || ["#", "@", "?", "!"].contains(use.name)
  }

  private mutating func check(_ text: Text) {
    let outer = self.text
    self.text = text
    defer { self.text = outer }
    let reading = Lexer.read(text.source, integration: host.integrationNames)
    let outerLines = brokenLines
    brokenLines = []
    defer { brokenLines = outerLines }
    var end = Int.max
    for problem in reading.problems {
      let fault = text.fault(problem.code, at: problem.range)
      // Of a line the first is enough, and what is open at the end is open for one reason.
      guard !brokenLines.contains(fault.location.line), end == .max else { continue }
      brokenLines.insert(fault.location.line)
      faults.append(fault)
      if case .unfinished = problem.code { end = fault.location.line }
    }
    var parser = Parser(reading.tokens, of: text.source)
    let (block, errors) = parser.everyStatement()
    for error in errors where !brokenLines.contains(error.location.line) {
      if case .unfinished = error.code, end < .max { continue }
      guard error.location.line < end else { continue }
      faults.append(
        ScriptError(code: error.code, location: error.location, includes: text.includes))
    }
    check(block)
  }

  /// Whether a part of the text is in a line that was found wrong already: it would be blamed twice.
  private func isBroken(_ range: Range<Int>) -> Bool {
    !brokenLines.isEmpty && brokenLines.contains(text.source.location(range).line)
  }

  private mutating func check(_ block: Block) {
    for chain in block {
      check(chain.first)
      for link in chain.links { check(link.statement) }
    }
  }

  private mutating func check(_ statement: Statement) {
    switch statement.kind {
    case .command(let command):
      check(command)
    case .assignment(let name, let value):
      look(at: value)
      assign(name, statement.range)
    case .program:
      if host.isRestricted { faults.append(text.fault(.restricted(.program), at: statement.range)) }
    case .loop(let name, let words, let body):
      for word in words { look(at: word) }
      // A loop whose head is wrong may set anything.
      if name.isEmpty { isOpen = true } else { assign(name, statement.range) }
      check(body)
    case .branch(let condition, let then, let otherwise):
      check([condition])
      check(then)
      check(otherwise)
    }
  }

  private mutating func assign(_ name: String, _ range: Range<Int>) {
    guard host.variables.names.contains(name) else {
      assigned.insert(name)
      return
    }
    let end = range.lowerBound + name.utf8.count
    faults.append(text.fault(.reservedVariable(name), at: range.lowerBound..<end))
  }
}

extension ScriptCheck {
  /// Notes a file that a restricted session does not read; whether it is one.
  @discardableResult
  private mutating func refuse(_ file: String, at range: Range<Int>) -> Bool {
    guard host.isRestricted, ScriptError.Restriction.isPath(file) else { return false }
    faults.append(text.fault(.restricted(.path), at: range))
    return true
  }

  private mutating func check(_ command: CommandSyntax) {
    if let first = command.words.first?.range, isBroken(first) { return }
    for word in command.words { look(at: word) }
    for word in [command.input?.file, command.output?.file, command.hereDocument] {
      if let word { look(at: word) }
    }
    if host.isRestricted, let output = command.output {
      faults.append(text.fault(.restricted(.output), at: output.range))
    }
    if let input = command.input, case .known(let file) = input.file.checked {
      refuse(file.text, at: input.range)
    }
    let words = command.words.map(\.checked)
    guard case .known(let first)? = words.first else { return }
    if !first.isLiteral {
      if first.text == "alias", words.count > 2, case .known(let name) = words[1] {
        aliases.insert(name.text)
      }
      if first.text == "source" { include(words, of: command) }
      if host.alias(named: first.text) != nil || aliases.contains(first.text) { return }
    }
    do {
      try host.executor.check(words)
    } catch {
      var typed = Expansion()
      for (word, syntax) in zip(words, command.words) {
        if case .known(let word) = word { typed.append(word, at: syntax.range) }
      }
      let named = (error as? CommandError)?.typed.flatMap(typed.range)
      let start = command.words.first?.range ?? 0..<0
      let end = command.words.last?.range ?? start
      faults.append(
        text.fault(
          .commandFailed, at: named ?? start.lowerBound..<end.upperBound, underlying: error))
    }
  }

  /// Looks through a file that is named outright.
  private mutating func include(_ words: [CheckedWord], of command: CommandSyntax) {
    let names = words.dropFirst().enumerated().first { _, word in
      if case .known(let word) = word { word.option == nil } else { true }
    }
    guard let (index, word) = names, case .known(let path) = word,
      let range = command.words[index + 1].range
    else {
      isOpen = true
      return
    }
    if refuse(path.text, at: range) {
      isOpen = true
      return
    }
    let rest = words.dropFirst(index + 2)
    let isRelative = !path.text.hasPrefix("/")
    let file = text.folder.flatMap { isRelative ? $0 + path.text : nil } ?? path.text
    let place = text.source.location(range)
    guard text.includes.count < Interpreter.deepest else {
      faults.append(text.fault(.tooDeep(limit: Interpreter.deepest), at: range))
      return
    }
    // A file that leads to itself is looked through once.
    if text.includes.contains(where: { $0.source == file }) || text.source.name == file { return }
    do throws(ScriptError) {
      let inner = Text(
        source: SourceText(try read(file), name: file),
        arguments: rest.contains(.several) ? nil : rest.count,
        folder: file.lastIndex(of: "/").map { String(file[...$0]) },
        includes: [place] + text.includes)
      check(inner)
    } catch {
      isOpen = true
      faults.append(text.fault(error.code, at: range))
    }
  }

  /// Notes the variables of a word, and looks into its substitutions.
  private mutating func look(at word: WordSyntax) {
    for piece in word.pieces {
      switch piece.content {
      case .text: continue
      case .variable where isBroken(piece.range): continue
      case .variable(let reference):
        uses.append(Use(name: reference.name, range: piece.range, text: text))
      case .substitution(let tokens, _):
        var parser = Parser(tokens, of: text.source, isSubstitution: true)
        check(parser.everyStatement().block)
      }
    }
  }
}

extension WordSyntax {
  /// The word as far as it is known without running.
  fileprivate var checked: CheckedWord {
    var builder = WordBuilder()
    for piece in pieces {
      switch piece.content {
      case .text(let text):
        builder.append(text, isBare: piece.quoting == .bare)
      case .variable(VariableReference(name: "@", path: nil)) where pieces.count == 1:
        return .several
      case .substitution where pieces.count == 1 && piece.quoting == .bare:
        return .several
      case .variable, .substitution:
        return .value
      }
    }
    return .known(builder.word)
  }
}
