import CommandKit
import Testing

struct ExcerptTests {
  private func text(
    _ line: String, column: Int, length: Int, source: String? = nil,
    includes: [ScriptLocation] = []
  ) -> String {
    Failure(
      ScriptError(
        code: .unsetVariable("txet", nearest: ["text"]),
        location: ScriptLocation(
          source: source, line: 9, column: column, length: length, lineText: line),
        includes: includes) as any Error
    ).text
  }

  @Test func `the place is marked, and what to type comes last`() {
    #expect(
      text("message send General $txet", column: 22, length: 5) == """
        $txet is not set.
          message send General $txet
                               ^^^^^
          Did you mean “$text”?
        """)
  }

  @Test func `in a script the first line says where, and the files that led there follow`() {
    let place = ScriptLocation(
      source: "main.teamsh", line: 3, column: 1, length: 1, lineText: "source off.teamsh")
    #expect(
      text("echo $txet", column: 6, length: 5, source: "off.teamsh", includes: [place]) == """
        teamsh: off.teamsh:9:6: $txet is not set.
          echo $txet
               ^^^^^
          in a file included from main.teamsh:3
          Did you mean “$text”?
        """)
  }

  @Test func `of an alias the typed column is named`() {
    let place = ScriptLocation(source: nil, line: 1, column: 4, length: 1, lineText: "a; t")
    let text = text("echo $txet", column: 6, length: 5, source: "alias t", includes: [place])
    #expect(text.hasPrefix("teamsh: alias t:9:6: "))
    #expect(text.contains("\n  typed at column 4\n"))
  }

  @Test(
    arguments: [
      ("日本 $txet", 4, 5, "日本 $txet", "     ^^^^^"),
      ("\techo $txet", 7, 5, "\techo $txet", "\t     ^^^^^"),
      ("a $日本", 3, 3, "a $日本", "  ^^^^^"),
      ("ab", 3, 1, "ab", "  ^"),
    ])
  func `carets stand under wide letters and behind tabs`(
    line: String, column: Int, length: Int, shown: String, carets: String
  ) {
    let lines = text(line, column: column, length: length).split(separator: "\n")
    #expect(lines[1] == "  \(shown)")
    #expect(lines[2] == "  \(carets)")
  }

  @Test func `of a long line the part around the place is shown`() {
    let line = String(repeating: "a", count: 500) + " $txet " + String(repeating: "b", count: 500)
    let lines = text(line, column: 502, length: 5).split(separator: "\n").map(String.init)
    #expect(lines[1].count <= 102)
    let caret = lines[2].firstIndex(of: "^").map {
      lines[2].distance(from: lines[2].startIndex, to: $0)
    }
    let mark = lines[1].firstIndex(of: "$").map {
      lines[1].distance(from: lines[1].startIndex, to: $0)
    }
    #expect(caret == mark)
  }
}
