import TestSupport
import Testing

@testable import LineEditing

/// What a key costs on a slow connection.
struct PaintingCostTests {
  private func output(
    _ painter: inout ScreenPainter, _ text: String, hint: String = "", columns: Int = 80
  ) -> String {
    let scalars = Array(text.unicodeScalars)
    let view = LineView(
      prompt: "megan@contoso Contoso IT/General> ", text: scalars, cursor: scalars.count,
      highlights: text.count < 4 ? [] : [Highlight(0..<4, .command)], hint: hint)
    return painter.paint(view.frame(columns: columns), columns: columns)
  }

  @Test func `a character typed at the end is written and nothing else`() {
    var painter = ScreenPainter()
    _ = output(&painter, "")
    let costs = "member list".indices.map { index in
      output(&painter, String("nember list"[...index])).utf8.count
    }
    #expect(costs.sorted()[costs.count / 2] == 1)
    #expect(costs.reduce(0, +) < 80)
  }

  @Test func `deleting one costs three bytes`() {
    var painter = ScreenPainter()
    _ = output(&painter, "ab")
    #expect(output(&painter, "a") == "\u{8} \u{8}")
  }

  @Test(arguments: [80, 120])
  func `with a hint and colours a key stays below 120 bytes`(columns: Int) {
    var painter = ScreenPainter()
    let line = "member list --columns name,mail,role"
    let other = "message send 'Good morning, everybody, and welcome'"
    _ = output(&painter, "", columns: columns)
    for (line, other) in [(line, other), (other, line)] {
      var costs: [Int] = []
      for index in line.indices {
        let typed = String(line[...index])
        // At each key another line comes to mind.
        let hint = typed.count.isMultiple(of: 2) ? line.dropFirst(typed.count) : other.dropFirst(2)
        costs.append(
          output(&painter, typed, hint: String(hint), columns: columns).utf8.count)
      }
      #expect(costs.reduce(0, +) / costs.count <= 120)
    }
    var costs: [Int] = []
    for index in line.indices.dropFirst() {
      let typed = String(line[...index])
      let hint = String(line.dropFirst(typed.count))
      costs.append(output(&painter, typed, hint: hint, columns: columns).utf8.count)
    }
    #expect(costs.dropFirst(3).allSatisfy { $0 <= 10 })
  }
}
