import Documents
import Output
import Testing

@testable import CommandKit

/// What a watch says of two looks, and how it draws one over the other.
struct WatchingTests {
  private func row(_ id: String, _ cells: String...) -> Row {
    Row(document: .array(([id] + cells).map(JSON.string)), cells: cells, reference: id)
  }

  private func changes(_ before: [Row], _ after: [Row]) -> RowChanges {
    RowChanges(from: before, to: after, titles: ["NAME", "STATUS"])
  }

  @Test func `rows are told apart by their references, wherever they stand`() {
    let before = [row("1", "IT", "open"), row("2", "HR", "open"), row("3", "Sales", "open")]
    let after = [row("4", "New", "open"), row("3", "Sales", "closed"), row("1", "IT", "open")]
    let changes = changes(before, after)
    #expect(changes.summary == "1 added, 1 removed, 1 changed")
    #expect(
      changes.sentences == ["added: New", "removed: HR", "changed: Sales: STATUS open → closed"])
    #expect(changes.marking(after).map(\.marked) == [[0, 1], [1], []])
  }

  @Test func `a cell that only tells how long ago something was is no change`() {
    let before = Row(document: "same", cells: ["1 min ago"], reference: "1")
    let after = Row(document: "same", cells: ["2 min ago"], reference: "1")
    #expect(changes([before], [after]).isEmpty)
  }

  @Test func `a change that no column shows is told all the same`() {
    let before = Row(document: "a", cells: [], reference: "1")
    let after = Row(document: "b", cells: [], reference: "1")
    #expect(changes([before], [after]).sentences == ["changed: 1"])
  }

  @Test func `rows without references are told apart by their places`() {
    let changes = changes([row("", "a", "x")], [row("", "b", "x"), row("", "c", "x")])
    #expect(changes.summary == "1 added, 1 changed")
  }

  @Test func `the look before is let go of with the one after it`() {
    var looks: WatchedRows?
    weak var first: WatchedRows?
    for number in 1...3 {
      let look = WatchedRows(after: looks, marks: true)
      _ = look.see([row("\(number)", "x", "y")], titles: ["NAME", "STATUS"], isSingle: false)
      if number == 1 { first = look }
      if number == 3 { #expect(look.changes?.sentences == ["added: x", "removed: x"]) }
      looks = look
    }
    #expect(first == nil)
  }

  @Test func `a condition sees a list as an array, and one object as itself`() {
    let list = WatchedRows(after: nil, marks: false)
    _ = list.see([row("1", "a", "b")], titles: [], isSingle: false)
    #expect(list.document == .array([.array(["1", "a", "b"])]))
    let one = WatchedRows(after: nil, marks: false)
    _ = one.see([row("1", "a", "b")], titles: [], isSingle: true)
    #expect(one.document == .array(["1", "a", "b"]))
    #expect(WatchedRows(after: nil, marks: true).document == .array([]))
  }

  @Test func `a view is drawn over the rows of the one before, wrapped ones too`() {
    var view = WatchView()
    #expect(view.text(for: ["one", "two"], columns: 10, rows: 24) == "\r\u{1B}[Jone\ntwo\n")
    let wide = "\u{1B}[1m日本語日本語\u{1B}[0m"
    #expect(view.text(for: [wide], columns: 10, rows: 24) == "\r\u{1B}[2A\u{1B}[J\(wide)\n")
    #expect(view.text(for: ["x"], columns: 10, rows: 24) == "\r\u{1B}[2A\u{1B}[Jx\n")
    #expect(view.text(for: ["x"], columns: 10, rows: 24) == "\r\u{1B}[1A\u{1B}[Jx\n")
  }

  @Test func `a view that is too tall is cut, and never drawn from above the screen`() {
    var view = WatchView()
    let lines = (1...30).map { "line \($0)" }
    let text = view.text(for: lines, columns: 80, rows: 10)
    #expect(text.hasSuffix("line 8\n… 22 more lines\n"))
    #expect(view.text(for: ["x"], columns: 80, rows: 5).hasPrefix("\r\u{1B}[4A\u{1B}[J"))
  }
}
