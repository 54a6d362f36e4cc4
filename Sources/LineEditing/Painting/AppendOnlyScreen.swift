/// A terminal on which text is only ever added: for screen readers, and where nothing can be moved.
///
/// What is spoken is what was written: a typed key costs its own bytes, a deleted character is stepped
/// over with a blank, and nothing is painted twice. Where the change is out of reach, in a row above,
/// the prompt and the line are written again on a row of their own.
struct AppendOnlyScreen: LineScreen {
  private let output: Int32
  private let isASCII: Bool
  private let pasteBrackets: (Bool) -> String
  private let beeps: Bool
  private var columns: Int
  private var prompt = ""
  /// What is on the screen of the line, and where the cursor is in it.
  private var shown = AppendedText()
  private var isBlank = true
  private var below: [LowerRow] = []
  /// The remarks made on this line; each is made once.
  private var said: Set<LowerRow> = []

  init(output: Int32, traits: TerminalTraits, beeps: Bool = true) {
    self.output = output
    self.beeps = beeps
    isASCII = traits.isASCII
    pasteBrackets = traits.pasteBrackets
    columns = TerminalSize(descriptor: output).columns
  }

  mutating func begin(_ notices: [String], marks: ShellMarks) {
    forget()
    below = []
    said = []
    write(pasteBrackets(true))
    tell(notices)
  }

  mutating func show(_ view: LineView, below rows: [LowerRow]) {
    columns = TerminalSize(descriptor: output).columns
    let news = spoken(rows)
    if !news.isEmpty {
      write((isBlank ? "" : "\r\n") + spelled(news.map { $0 + "\r\n" }.joined()))
      forget()
    }
    below = rows
    let glyphs = [Glyph](styled: spelled(view.prompt))
    let plain = glyphs.map { $0.isLineBreak ? "\r\n" : $0.text }.joined()
    if !isBlank, plain != prompt { startOver() }
    prompt = plain
    let lastRow = glyphs.split(omittingEmptySubsequences: false) { $0.isLineBreak }.last ?? []
    let goal = AppendedText(
      view.text, cursor: view.cursor, start: Array(lastRow).width, columns: max(columns, 2))
    if isBlank {
      write(prompt)
      shown = AppendedText([], cursor: 0, start: goal.start, columns: goal.columns)
      isBlank = false
    }
    if let step = shown.step(to: goal) {
      write(step)
    } else {
      startOver()
      let empty = AppendedText([], cursor: 0, start: goal.start, columns: goal.columns)
      write(prompt + (empty.step(to: goal) ?? ""))
      isBlank = false
    }
    shown = goal
  }

  mutating func tell(_ notices: [String]) {
    guard !notices.isEmpty else { return }
    if !isBlank { startOver() }
    let lines = notices.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    write(spelled(lines.map { $0 + "\r\n" }.joined()))
  }

  mutating func restart() {
    if !isBlank { startOver() }
    write(pasteBrackets(true))
  }

  mutating func clear() {
    if !isBlank { startOver() }
  }

  mutating func beep() {
    if beeps { write("\u{7}") }
  }

  mutating func finish(_ view: LineView, mark: String) {
    show(view, below: below)
    write(mark + "\r\n" + pasteBrackets(false))
    forget()
  }

  /// What of the rows is news, in words: each is said once.
  private mutating func spoken(_ rows: [LowerRow]) -> [String] {
    rows.flatMap { row -> [String] in
      guard !below.contains(row) else { return [] }
      switch row {
      case .remark(let text): return said.insert(row).inserted ? [text] : []
      case .text(let text): return [text]
      case .menu(let menu):
        let lines = NumberedList(menu.completion).lines
        let isKnown = below.contains {
          if case .menu(let old) = $0 { NumberedList(old.completion).lines == lines } else { false }
        }
        return isKnown ? [] : lines
      }
    }
  }

  private mutating func startOver() {
    write("\r\n")
    forget()
  }

  private mutating func forget() {
    isBlank = true
    shown = AppendedText()
  }

  private func spelled(_ text: String) -> String {
    isASCII ? Transliteration.ascii(text) : text
  }

  private func write(_ text: String) {
    if !text.isEmpty { Descriptor.write(text, to: output) }
  }
}
