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
      var model = RandomLine()
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
