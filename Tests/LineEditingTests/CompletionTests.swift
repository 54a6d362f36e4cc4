import Testing

@testable import LineEditing

struct CompletionTests {
  private func session(
    _ typed: String, replacing start: Int, _ insertions: [String], total: Int? = nil
  ) -> CompletionSession {
    let scalars = Array(typed.unicodeScalars)
    let candidates = insertions.map { Candidate(insertion: $0, display: $0) }
    return CompletionSession(
      Completion(replacing: start..<scalars.count, candidates: candidates, total: total),
      line: CompletionSession.Line(text: scalars, cursor: scalars.count))
  }

  private func text(_ line: CompletionSession.Line) -> String {
    String(String.UnicodeScalarView(line.text))
  }

  @Test(arguments: [
    ("use con", ["\"Contoso IT\" "], "use \"Contoso IT\" "),
    ("use con", ["\"Contoso IT\" ", "\"Contoso HR\" "], "use \"Contoso "),
    ("use \"cont", ["\"Contoso IT\" ", "\"Contoso HR\" "], "use \"Contoso "),
    ("use caf", ["Café ", "Cafeteria "], "use caf"),
    ("use smith", ["\"Ann Smith\" ", "\"Bob Smith\" "], "use smith"),
    ("use a", ["Ann ", "Bob "], "use a"),
    ("use x", [], "use x"),
  ])
  func `Tab puts in what all candidates agree on and never takes away what was typed`(
    typed: String, insertions: [String], expected: String
  ) {
    #expect(text(session(typed, replacing: 4, insertions).line) == expected)
  }

  @Test func `a cut list says nothing of what is not in it`() {
    let session = session("use c", replacing: 4, ["Contoso ", "Contoso2 "], total: 90)
    #expect(text(session.line) == "use c")
    #expect(session.isAmbiguous)
  }

  @Test func `Tab walks around the candidates, and back`() {
    var session = session("use c", replacing: 4, ["cats ", "cows ", "crows "])
    let forward = (0..<4).map { _ in
      session.move(by: 1)
      return text(session.line)
    }
    #expect(forward == ["use cats ", "use cows ", "use crows ", "use cats "])
    session.move(by: -1)
    #expect(text(session.line) == "use crows ")
    #expect(text(session.typed) == "use c")
  }

  @Test func `names that arrive change the menu, and not what Escape restores`() {
    var session = session("use con", replacing: 4, ["\"Contoso IT\" ", "\"Contoso HR\" "])
    let names = ["\"Contoso HR\" ", "\"Contoso IT\" ", "\"Contoso Sales\" "]
    let newer = Completion(
      replacing: 4..<7, candidates: names.map { Candidate(insertion: $0, display: $0) })
    #expect(text(session.updated(with: newer).typed) == "use con")
    #expect(text(session.updated(with: newer).line) == "use \"Contoso ")
    session.move(by: 1)
    #expect(text(session.updated(with: newer).line) == "use \"Contoso IT\" ")
    #expect(text(session.updated(with: newer).typed) == "use con")
  }

  @Test func `a candidate in the middle of a line leaves what follows`() {
    let scalars = Array("use con now".unicodeScalars)
    let session = CompletionSession(
      Completion(replacing: 4..<7, candidates: [Candidate(insertion: "Contoso", display: "")]),
      line: CompletionSession.Line(text: scalars, cursor: 7))
    #expect(text(session.line) == "use Contoso now")
    #expect(session.line.cursor == 11)
  }

  @Test func `a range beyond the line is cut and ends nothing`() {
    let line = CompletionSession.Line(text: ["a"], cursor: 1)
    let session = CompletionSession(
      Completion(replacing: 0..<9, candidates: [Candidate(insertion: "abc", display: "")]),
      line: line)
    #expect(text(session.line) == "abc")
  }

  private func menu(
    _ names: [String], total: Int? = nil, note: String? = nil, selected: Int? = nil,
    columns: Int = 30, limit: Int = 4
  ) -> [String] {
    let candidates = names.map { Candidate(insertion: $0, display: $0, description: "d-\($0)") }
    let completion = Completion(
      replacing: 0..<0, candidates: candidates, total: total, note: note)
    return CompletionMenu(completion: completion, selected: selected)
      .rows(columns: columns, limit: limit).map { $0.map(\.text).joined() }
  }

  @Test func `names stand under each other and descriptions too, wide characters counted`() {
    #expect(menu(["日本", "a"]) == ["日本  d-日本", "a     d-a"])
  }

  @Test func `what does not fit is counted, and the note stands in the last row`() {
    #expect(
      menu(["a", "b", "c", "d", "e"], total: 83_412, note: "as of 09:12")
        == ["a  d-a", "b  d-b", "c  d-c", "… 83409 more · as of 09:12"])
    #expect(menu(["a", "b"]) == ["a  d-a", "b  d-b"])
    #expect(menu([], note: "no names yet") == ["no names yet"])
    #expect(menu(["a"], limit: 0) == [])
  }

  @Test func `the selected candidate is in view`() {
    #expect(
      menu(["a", "b", "c", "d", "e"], selected: 4) == ["c  d-c", "d  d-d", "e  d-e", "… 2 more"])
  }

  @Test(arguments: 3...40)
  func `no row is as wide as the screen`(columns: Int) {
    let rows = CompletionMenu(
      completion: Completion(
        replacing: 0..<0,
        candidates: [
          Candidate(insertion: "", display: "日本語日本語日本語日本語", description: "Ein 😀 langer Text"),
          Candidate(insertion: "", display: "a\nb\u{1B}[2J", description: ""),
        ], total: 5, note: "a long note about the data"), selected: 0
    ).rows(columns: columns, limit: 8)
    #expect(rows.allSatisfy { $0.width < columns })
  }
}
