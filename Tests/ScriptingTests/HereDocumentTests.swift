import CommandKit
import Output
import Testing

@testable import Scripting

struct HereDocumentTests {
  private let session = ScriptSession()

  @Test(
    arguments: [
      ("read - <<END\nHello\nyou\nEND", "Hello\nyou\n"),
      ("read - <<END\nEND", ""),
      ("read - << END\na\nEND", "a\n"),
      (
        "x=you; read - <<END\nHello $x, ${x}: \\$x \\\\ \\n \"'\nEND",
        "Hello you, you: $x \\ \\n \"'\n"
      ),
      ("read - <<END\na $(echo b c) d\nEND", "a b c d\n"),
      ("read - <<END\none \\\nline\nEND", "one line\n"),
      ("read - <<'END'\n$x $(echo) \\$ \\\nEND", "$x $(echo) \\$ \\\n"),
      ("read - <<\"END\"\n$x\nEND", "$x\n"),
      ("read - <<'two words'\na\ntwo words", "a\n"),
      ("read - <<-END\n\ta\n\t\tb\tc\n\tEND", "a\nb\tc\n"),
      ("read - <<-'END'\n\t$a\n\tEND", "$a\n"),
      ("read - <<END\na\n END\nENDE\nEND", "a\n END\nENDE\n"),
      ("read - <<END\r\na\r\nEND\r\n", "a\r\n"),
      ("read - <<A; read - <<B; echo c\na\nA\nb\nB\necho d", "a\nb\nc\nd\n"),
      ("for x in 1 2\nread - <<END\n<$x>\nEND\nend", "<1>\n<2>\n"),
      ("if true\nread - <<END\na\nEND\nend", "a\n"),
      ("echo $(read - <<END\na\nb\nEND\n)", "a b\n"),
      ("x=$(read - <<END\n'a\nEND\n); echo $x", "'a\n"),
      ("read - <<END | tr a-z A-Z\nabc\nEND", "ABC\n"),
      ("read - <<END && echo b # why\na\nEND", "a\nb\n"),
      ("echo <<END x\nignored\nEND", "x\n"),
    ])
  func `lines below a command are its input`(text: String, printed: String) async throws {
    #expect(try await session.print(text) == printed)
  }

  @Test(
    arguments: [
      ("read - <<END", "END"), ("read - <<END\n", "END"), ("read - <<END\ntext\n END", "END"),
      ("read - <<A <<B; x\n", "A"), ("read - <<'a b'\n'", "a b"), ("echo a &&\nb - <<X\n$(", "X"),
    ])
  func `a text whose last line has not come is unfinished`(text: String, delimiter: String) {
    let unfinished = Script.unfinished(text)
    #expect(unfinished?.what == .hereDocument(delimiter: delimiter))
  }

  @Test(
    arguments: [
      ("read - <<", .missing(.delimiter, after: "<<"), 8),
      ("read - <<- ; x", .missing(.delimiter, after: "<<-"), 8),
      ("read - <<<x", .unexpected("<<<"), 8),
      ("read - <<$x\n", .unexpected("$x"), 10),
      ("read - <<A <<B\nA\nB", .unexpected("<<B"), 12),
      ("read - < f <<B\nB", .unexpected("<<B"), 12),
      ("read - <<B < f\nB", .unexpected("<"), 12),
      ("<<B\nB", .missing(.command, after: "<<B"), 1),
      ("echo $(read - <<B)\nB", .unexpected(")"), 18),
      ("read - <<B\n$(echo\nB\necho", .notClosed(.substitution), 1),
      ("read - <<B\na ${x\nB\n", .notClosed(.variable), 3),
    ] as [(String, ScriptError.Code, Int)])
  func `what is wrong about one is refused at its place`(
    text: String, code: ScriptError.Code, column: Int
  ) async {
    let error = await session.failure(of: text)
    #expect(error?.code == code)
    #expect(error?.location.column == column)
    #expect(session.executor.lines.isEmpty)
  }

  @Test func `a variable in one that has no value is named at its line`() async {
    let error = await session.failure(of: "echo a\nread - <<END\nHello\n  $nme\nEND", name: "x")
    #expect(error?.code == .unsetVariable("nme", nearest: ["me"]))
    #expect(error?.location.line == 4)
    #expect(error?.location.column == 3)
  }

  @Test func `its lines are no tokens, and the word that asks for it knows where they are`() {
    let source = SourceText("a - <<END; b\none\nEND\nc")
    let tokens = Lexer.read(source).tokens
    #expect(Outline.of(tokens) == "a - <<{\"one\n\"} ; b ⏎ ⏎ c")
    guard case .hereDocument(let document) = tokens[2].kind else {
      Issue.record("The third token is the here-document.")
      return
    }
    #expect(document.lines.map(source.text) == "one\nEND")
    #expect(source.text(tokens[2].range) == "<<END")
    #expect(document.isClosed)
  }
}
