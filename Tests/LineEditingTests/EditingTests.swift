import Testing

@testable import LineEditing

/// What the editing keys decide, without a terminal.
struct EditingTests {
  typealias Line = CompletionSession.Line

  /// A line whose cursor stands where the bar is.
  private func line(_ text: String) -> Line {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false)
    return Line(
      text: Array(parts.joined().unicodeScalars), cursor: parts[0].unicodeScalars.count)
  }

  @Test func `undo takes typing back word by word, and other changes one by one`() {
    var undo = UndoHistory()
    for text in ["o|", "on|", "one|", "one |", "one t|", "one tw|"] {
      undo.note(line(text), after: .typing)
    }
    undo.note(line("one |"), after: .other)
    undo.note(line("|"), after: .other)
    #expect(undo.undo() == line("one |"))
    #expect(undo.undo() == line("one tw|"))
    #expect(undo.undo() == line("one |"))
    #expect(undo.undo() == line("|"))
    #expect(undo.undo() == nil)
  }

  @Test func `a move of the cursor ends what undo takes back at once, and is kept in it`() {
    var undo = UndoHistory()
    undo.note(line("ab|"), after: .typing)
    undo.note(line("|ab"), after: .other)
    undo.note(line("x|ab"), after: .typing)
    #expect(undo.undo() == line("|ab"))
    #expect(undo.undo() == line("|"))
  }

  @Test func `what vi's insert mode has put in is taken back as one`() {
    var undo = UndoHistory()
    for text in ["o|", "o |", "o t|"] { undo.note(line(text), after: .inserting) }
    undo.note(line("|o t"), after: .other)
    #expect(undo.undo() == line("|"))
  }

  @Test func `undo remembers a thousand changes and not more`() {
    var undo = UndoHistory()
    for number in 1...1100 { undo.note(line("\(number)|"), after: .other) }
    var count = 0
    while undo.undo() != nil { count += 1 }
    #expect(count == 999)
  }

  @Test func `texts removed in a row are one, in the order they stood in`() {
    var ring = KillRing()
    #expect(ring.text == nil)
    ring.kill(Array("two".unicodeScalars), .back, joins: false)
    ring.kill(Array("one ".unicodeScalars), .back, joins: true)
    ring.kill(Array(" three".unicodeScalars), .forward, joins: true)
    #expect(ring.text == Array("one two three".unicodeScalars))
  }

  @Test func `the ring turns to older texts and round again, and holds sixty`() {
    var ring = KillRing()
    for number in 1...61 { ring.kill(Array("\(number)".unicodeScalars), .back, joins: false) }
    #expect(ring.text == ["6", "1"])
    for _ in 1..<60 { ring.rotate() }
    #expect(ring.text == ["2"])
    ring.rotate()
    #expect(ring.text == ["6", "1"])
  }

  @Test(arguments: [
    ("one two|", "two one|"), ("one| two", "two one|"), ("one |two x", "two one| x"),
    ("a-b|", "b-a|"), ("|one two three", nil), ("one|", nil), ("|", nil), ("  |", nil),
    ("日本 語|", "語 日本|"), ("one two  |", "two one|  "),
  ])
  func `words are exchanged`(before: String, after: String?) {
    #expect(Words.transposed(line(before)) == after.map(line))
  }

  @Test(arguments: [
    ("ab|c", 1, 1), ("|a", 0, 1), ("a|", 1, 0), ("👩‍💻|👩‍💻", 3, 3), ("x\u{302}\u{323}|y", 3, 1),
  ])
  func `a step goes over all that one sees as one character`(text: String, back: Int, on: Int) {
    #expect(Words.step(in: line(text), forward: false) == back)
    #expect(Words.step(in: line(text), forward: true) == on)
  }

  @Test func `a line of several has a start and an end of its own`() {
    #expect(Words.bounds(ofLineIn: line("one\ntw|o\nthree")) == 4..<7)
    #expect(Words.bounds(ofLineIn: line("one|\ntwo")) == 0..<3)
    #expect(Words.bounds(ofLineIn: line("one\n|")) == 4..<4)
  }

  @Test func `a search narrows, goes on to older lines and stays at the oldest`() {
    var search = HistorySearch(lines: ["list teams", "list users", "show me"])
    #expect(search.match == nil)
    for scalar in "list".unicodeScalars { search.type(scalar) }
    #expect(search.match == "list teams")
    search.next(.older, repeating: "")
    #expect(search.match == "list users")
    search.next(.older, repeating: "")
    #expect(search.match == "list users")
    search.next(.newer, repeating: "")
    #expect(search.match == "list teams")
    search.type("x")
    #expect(search.hasFailed)
    search.deleteBack()
    #expect(search.match == "list users")
  }

  @Test func `an empty search repeats the one before, and a newer one begins at the oldest`() {
    var search = HistorySearch(lines: ["c1", "b", "c2"], direction: .newer)
    search.next(.newer, repeating: "c")
    #expect(search.match == "c2")
    #expect(search.pattern == "c")
    search.next(.newer, repeating: "c")
    #expect(search.match == "c1")
    var none = HistorySearch(lines: [])
    none.next(.older, repeating: "c")
    #expect(none.hasFailed)
  }

  @Test func `a search from a line found before goes on from there`() {
    var search = HistorySearch(lines: ["a1", "a2", "a3"], for: "a", at: "a2")
    search.next(.older)
    #expect(search.match == "a3")
    search = HistorySearch(lines: ["a1", "a2", "a3"], for: "a", at: "a2")
    search.next(.newer)
    #expect(search.match == "a1")
    search = HistorySearch(lines: ["a1", "a2"], for: "a", at: "typed")
    search.next(.older)
    #expect(search.match == "a1")
  }

  @Test func `last words come from older and older lines, each another one`() {
    var walk = LastArgumentWalk(lines: ["x b", "y b", "z 'a b'"])
    #expect(walk.next() == "b")
    #expect(walk.next() == "'a b'")
    #expect(walk.next() == nil)
  }
}
