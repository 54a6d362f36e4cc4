/// A terminal whose cursor can be moved about: the line, notices above it and rows below it.
struct PaintedScreen: LineScreen {
  private let output: Int32
  private let traits: TerminalTraits
  private var painter = ScreenPainter()
  private var size: TerminalSize
  private var marks = ShellMarks()
  private let beeps: Bool

  init(output: Int32, traits: TerminalTraits, beeps: Bool = true) {
    self.beeps = beeps
    self.output = output
    self.traits = traits
    size = TerminalSize(descriptor: output)
  }

  /// Begins a read.
  ///
  /// A program may have left the cursor anywhere. The mark and the blanks behind it fill one row: at
  /// the start of a row they are taken back, elsewhere they lead on to the next, and the mark shows
  /// that the output ended without a newline.
  mutating func begin(_ notices: [String], marks: ShellMarks) {
    painter.forget()
    self.marks = marks
    size = TerminalSize(descriptor: output)
    let blanks = String(repeating: " ", count: max(size.columns - 1, 0))
    let sign = traits.isASCII ? "%" : "⏎"
    write(
      marks.commandEnd + "\u{1B}[2m\(sign)\u{1B}[0m\(blanks)\r\u{1B}[K" + marks.title
        + traits.pasteBrackets(true))
    tell(notices)
  }

  mutating func show(_ view: LineView, below: [LowerRow]) {
    followResize()
    guard painter.isBlank, !marks.isEmpty else { return paint(view, below: below) }
    // The marks enclose the prompt, so it has to be painted before what follows it.
    write(marks.promptStart)
    paint(LineView(prompt: view.prompt, text: [], cursor: 0), below: [])
    write(marks.promptEnd)
    paint(view, below: below)
  }

  private mutating func paint(_ view: LineView, below: [LowerRow]) {
    // What is typed comes back as it came, whatever the locale says; the rest is ours.
    var view = view
    view.prompt = spelled(view.prompt)
    view.hint = spelled(view.hint)
    view.rightPrompt = spelled(view.rightPrompt)
    var frame = view.frame(columns: size.columns)
    let wanted = below.isEmpty ? 0 : 1
    let height = max(size.rows - wanted, 1)
    if frame.rows.count > height {
      let top = min(max(frame.cursor.row - height / 2, 0), frame.rows.count - height)
      frame.rows = Array(frame.rows[top..<(top + height)])
      frame.cursor.row -= top
    }
    var room = min(max(size.rows / 3, 1), size.rows - frame.rows.count)
    for row in below {
      var rows = row.rows(columns: size.columns, limit: room)
      if traits.isASCII { rows = rows.map { $0.map(\.transliterated) } }
      frame.rows += rows
      room -= rows.count
    }
    write(painter.paint(frame, columns: size.columns))
  }

  mutating func tell(_ notices: [String]) {
    guard !notices.isEmpty else { return }
    followResize()
    write(painter.erase() + notices.map { lines($0) + "\r\n" }.joined())
  }

  mutating func restart() {
    painter.forget()
    write("\r\u{1B}[J" + traits.pasteBrackets(true))
  }

  mutating func clear() {
    painter.forget()
    write("\u{1B}[H\u{1B}[2J")
  }

  mutating func beep() {
    if beeps { write("\u{7}") }
  }

  /// Leaves the finished line behind; the terminal wraps it by itself.
  mutating func finish(_ view: LineView, mark: String) {
    followResize()
    let prompt = spelled(view.promptOutput)
    write(
      painter.erase() + marks.promptStart + prompt + marks.promptEnd + view.textOutput
        + mark + "\r\n" + marks.commandStart + traits.pasteBrackets(false))
  }

  private mutating func followResize() {
    let new = TerminalSize(descriptor: output)
    guard new != size else { return }
    size = new
    write(painter.erase(afterResizeTo: new.columns, rewraps: traits.rewraps))
  }

  private func lines(_ notice: String) -> String {
    spelled(
      notice.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
  }

  private func spelled(_ text: String) -> String {
    traits.isASCII ? Transliteration.ascii(text) : text
  }

  private func write(_ text: String) {
    if !text.isEmpty { Descriptor.write(text, to: output) }
  }
}
