import TestSupport
import Testing

/// 2,000 random keys, with 200 notices and 50 changes of the window between them, and no pause anywhere.
struct RandomKeyTests {
  private static let lines = 10
  private static let keys = 50

  private enum Event { case key, notice, resize }

  @Test(arguments: 1...4)
  func `no key is lost or doubled, and the screen shows the line, whatever happens meanwhile`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let resizes = seed % 2 == 0 ? 13 : 12
    var events =
      Array(repeating: Event.notice, count: 50) + Array(repeating: .resize, count: resizes)
      + Array(repeating: .key, count: Self.lines * Self.keys)
    events.shuffle(using: &random)
    let probe = try Probe(columns: 60)
    var columns = 60
    var notices = 0
    let each = events.count / Self.lines
    for number in 1...Self.lines {
      try probe.wait(for: "p\(number)> ")
      var model = LineModel()
      for event in events[
        ((number - 1) * each)..<(number == Self.lines ? events.count : number * each)]
      {
        switch event {
        case .key: probe.type(model.press(&random))
        case .notice:
          notices += 1
          try probe.post("** notice 通知 \(notices).")
        case .resize:
          columns = Int.random(in: 20...80, using: &random)
          probe.terminal.resize(columns: columns, rows: .random(in: 10...30, using: &random))
        }
      }
      let shown = ShownRows.of("p\(number)> " + String(model.text), columns: columns)
      let last = notices
      try probe.terminal.wait(described: shown) {
        ShownRows.trimmed($0.screen.text).hasSuffix(shown)
          && $0.screen.text.contains("** notice 通知 \(last).")
      }
      probe.type("\r")
      try probe.expect(String(model.text))
    }
    #expect(notices == 50)
  }
}

/// What the line must be after each key, worked out without an editor.
private struct LineModel {
  private(set) var text: [Character] = []
  private var cursor = 0

  mutating func press(_ random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<20, using: &random) {
    case 0:
      cursor = max(cursor - 1, 0)
      return "\u{1B}[D"
    case 1:
      cursor = min(cursor + 1, text.count)
      return "\u{1B}[C"
    case 2:
      if cursor > 0 {
        text.remove(at: cursor - 1)
        cursor -= 1
      }
      return "\u{7F}"
    case 3:
      if cursor < text.count { text.remove(at: cursor) }
      return "\u{1B}[3~"
    case 4:
      cursor = 0
      return "\u{1B}[H"
    case 5:
      cursor = text.count
      return "\u{5}"
    case 6:
      insert("粘贴 x")
      return "\u{1B}[200~粘贴 x\u{1B}[201~"
    case 7: return ["\u{1B}[15~", "\u{1B}[5~", "\u{F}"].randomElement(using: &random) ?? ""
    default:
      let typed = Array("abcdef ghé日本語😀ß").randomElement(using: &random) ?? "a"
      insert(String(typed))
      return String(typed)
    }
  }

  private mutating func insert(_ typed: String) {
    text.insert(contentsOf: typed, at: cursor)
    cursor += typed.count
  }
}
