import Documents
import Output
import Testing

@Test(arguments: [
  ("plain é 営業 👩‍👩‍👧", "plain é 営業 👩‍👩‍👧"), ("\u{1B}]0;x\u{07}", "␛]0;x␇"), ("a\nb\tc", "a↵b⇥c"),
  ("a\r\nb", "a↵b"), ("a\rb", "a␍b"), ("\u{7F}\0", "␡␀"), ("\u{9B}31m", "<U+009B>31m"),
  ("a\u{202E}b\u{2066}c\u{200F}", "a<U+202E>b<U+2066>c<U+200F>"), ("a\u{2028}b\u{85}c", "a↵b↵c"),
  ("\u{61C}x", "<U+061C>x"),
])
func `what acts on a terminal is shown instead`(text: String, expected: String) {
  #expect(HostileText.visible(text) == expected)
}

@Test func `several lines keep their breaks and tabs`() {
  #expect(HostileText.visibleLines("a\r\nb\tc\u{1B}d\re") == "a\nb\tc␛d␍e")
}

@Test(arguments: OutputFormat.allCases)
func `no control character of any kind reaches a terminal`(format: OutputFormat) throws {
  let scalars =
    Array(0..<0x100) + [0x61C, 0x200E, 0x200F] + Array(0x2028...0x202E)
    + Array(0x2066...0x206F)
  let text = String(String.UnicodeScalarView(scalars.compactMap { Unicode.Scalar(UInt32($0)) }))
  let row = Row(
    document: [text: .string(text)], cells: [text, text, text, text], reference: text)
  let output = try SampleTable.text(format, columns: 1000, rows: [row])
  let allowed: Set<Unicode.Scalar> = ["\n", "\t"]
  let acting = output.replacing("\r\n", with: "\n").unicodeScalars.filter {
    ($0.properties.generalCategory == .control || $0.properties.isBidiControl)
      && !allowed.contains($0)
  }
  #expect(acting.isEmpty)
}

@Test func `a cell in a pipe stays on its line and is otherwise untouched`() throws {
  let row = Row(document: nil, cells: ["a\nb\u{1B}[1m"], reference: "r\ns")
  #expect(try SampleTable.text(.table, isTerminal: false, rows: [row]).contains("a↵b\u{1B}[1m"))
  #expect(try SampleTable.text(.ids, isTerminal: false, rows: [row]) == "r↵s\n")
}
