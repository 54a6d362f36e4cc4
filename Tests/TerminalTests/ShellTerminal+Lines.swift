import TestSupport

/// The sizes of screen that what a person sees is shown on.
typealias ScreenSize = (columns: Int, rows: Int)

extension ShellTerminal {
  static let sizes: [ScreenSize] = [(80, 24), (120, 40)]

  /// A shell at its first prompt, `p1:> `, on a terminal that has colours and is sent no marks.
  static func started(
    in home: Home, at root: String? = nil, _ environment: [String: String] = [:],
    settings: [String] = [], size: ScreenSize = (80, 24)
  ) throws -> ShellTerminal {
    let surroundings = root.map { BadAnswerTests.environment(home, $0) } ?? [:]
    let shell = try ShellTerminal(
      home: home,
      environment: surroundings.merging(["TERM": "xterm-256color"]) { $1 }
        .merging(environment) { $1 },
      prompt: "p{number}:> ", settings: ["marks off"] + settings, columns: size.columns,
      rows: size.rows)
    try shell.prompt()
    return shell
  }

  /// Waits until the screen ends with the prompt and a line, the cursor where the bar stands in it.
  func wait(forTyped line: String, prompt rest: String = "> ") throws {
    let parts = line.split(separator: "|", omittingEmptySubsequences: false)
    let shown = "p\(number):\(rest)" + parts.joined()
    let before = "p\(number):\(rest)" + parts[0]
    let row = before.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    let column = row.unicodeScalars.reduce(0) { $0 + ($1.value > 0x1100 ? 2 : 1) }
    try terminal.wait(described: shown + " with the cursor in column \(column)") {
      $0.screen.text.hasSuffix(ShownRows.trimmed(shown)) && $0.screen.cursorColumn == column
    }
  }

  /// Drops what is typed, whatever has the keyboard, and waits for the next prompt.
  func drop(then rest: String = "") throws {
    type("\u{3}")
    try prompt(rest)
  }
}

extension Home {
  /// Writes a history, oldest line first, as a shell would have left it.
  func remember(_ lines: [String]) throws {
    let entries = lines.enumerated().map { number, line in
      let text = line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        .replacing("\n", with: "\\n")
      return
        #"{"context":"/","duration":0.001,"status":0,"text":"\#(text)","time":\#(1_764_000_000 + number)}"#
    }
    try write(entries.map { $0 + "\n" }.joined(), to: "history")
  }
}
