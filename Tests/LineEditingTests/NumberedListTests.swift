import Testing

@testable import LineEditing

/// Completion for people who listen.
struct NumberedListTests {
  private static let completion = Completion(
    replacing: 4..<7,
    candidates: [
      Candidate(insertion: "\"Contoso IT\" ", display: "Contoso IT", description: "48 members"),
      Candidate(insertion: "\"Contoso\nHR\" ", display: "Contoso\nHR"),
    ], total: 12, note: "as of 09:12")

  @Test func `each candidate has a number, and the list says how to choose`() {
    #expect(
      NumberedList(Self.completion).lines == [
        "1 Contoso IT — 48 members", "2 Contoso HR", "10 more", "as of 09:12",
        "Type a number and Tab to choose, or go on typing.",
      ])
  }

  @Test(arguments: [
    ("use con2", 1), ("use con1", 0), ("use con3", nil), ("use con0", nil), ("use conx", nil),
    ("use con", nil), ("use co2", nil), ("use con2x", nil),
  ])
  func `a number behind the listed line chooses`(typed: String, choice: Int?) {
    let listed = CompletionSession.Line(text: Array("use con".unicodeScalars), cursor: 7)
    let scalars = Array(typed.unicodeScalars)
    let line = CompletionSession.Line(text: scalars, cursor: scalars.count)
    #expect(NumberedList(Self.completion).choice(in: line, listed: listed) == choice)
  }
}
