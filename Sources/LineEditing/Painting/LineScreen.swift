/// The terminal while a line is read: shows the line, notices above it and a menu below it.
struct LineScreen {
  private let output: Int32
  private let traits: TerminalTraits
  private var painter = ScreenPainter()
  private var size: TerminalSize

  init(output: Int32, traits: TerminalTraits) {
    self.output = output
    self.traits = traits
    size = TerminalSize(descriptor: output)
  }

  /// Begins a read on a fresh row.
  ///
  /// A program may have left the cursor anywhere. The mark and the blanks behind it fill one row: at
  /// the start of a row they are taken back, elsewhere they lead on to the next, and the mark shows
  /// that the output ended without a newline.
  mutating func begin(_ notices: [String]) {
    painter.forget()
    size = TerminalSize(descriptor: output)
    let blanks = String(repeating: " ", count: max(size.columns - 1, 0))
    write("\u{1B}[2m⏎\u{1B}[0m\(blanks)\r\u{1B}[K" + traits.pasteBrackets(true))
    tell(notices)
  }

  /// Shows the line as it is now.
  mutating func show(_ view: LineView, menu: CompletionMenu?) {
    followResize()
    var frame = view.frame(columns: size.columns)
    if frame.rows.count > size.rows {
      let top = min(max(frame.cursor.row - size.rows / 2, 0), frame.rows.count - size.rows)
      frame.rows = Array(frame.rows[top..<(top + size.rows)])
      frame.cursor.row -= top
    }
    if let menu {
      let room = min(max(size.rows / 3, 1), size.rows - frame.rows.count)
      frame.rows += menu.rows(columns: size.columns, limit: room)
    }
    write(painter.paint(frame, columns: size.columns))
  }

  /// Prints whole lines above the line being typed.
  mutating func tell(_ notices: [String]) {
    guard !notices.isEmpty else { return }
    followResize()
    let lines = notices.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    write(painter.erase() + lines.map { $0 + "\r\n" }.joined())
  }

  /// Starts over on the row where the cursor is, after the shell was stopped and goes on.
  mutating func restart() {
    painter.forget()
    write("\r\u{1B}[J" + traits.pasteBrackets(true))
  }

  /// Makes the whole screen empty.
  mutating func clear() {
    painter.forget()
    write("\u{1B}[H\u{1B}[2J")
  }

  mutating func beep() {
    write("\u{7}")
  }

  /// Leaves the finished line behind as ordinary output, which the terminal wraps by itself.
  mutating func finish(_ view: LineView, mark: String) {
    followResize()
    write(painter.erase() + view.printed + mark + "\r\n" + traits.pasteBrackets(false))
  }

  private mutating func followResize() {
    let new = TerminalSize(descriptor: output)
    guard new != size else { return }
    size = new
    write(painter.erase(afterResizeTo: new.columns, rewraps: traits.rewraps))
  }

  private func write(_ text: String) {
    if !text.isEmpty { Descriptor.write(text, to: output) }
  }
}
