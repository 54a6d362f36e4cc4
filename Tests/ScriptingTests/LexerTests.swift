import CommandKit
import Scripting
import Testing

struct LexerTests {
  @Test(arguments: [
    ("team list", "team list"),
    ("  team\tlist  ", "team list"),
    ("a;b&&c||d", "a ; b && c || d"),
    ("a\nb\r\nc", "a ⏎ b ⏎ c"),
    ("a\\\nb \\\n c", "ab c"),
    ("'it is' \"so and so\"", "'it is' \"so and so\""),
    (#"'no $x \n' "a\"b\\c\nd\$e\q""#, "'no $x \\n' \"a\"b\\c\nd$e\\q\""),
    (#"Contoso\ IT"#, #"Contoso\ IT"#),
    ("''\"\"", "''\"\""),
    ("a'b'\"c\"d", "a'b'\"c\"d"),
    ("# all of it ; | >", "#"),
    ("a #b", "a #"),
    ("a#b '#' \\#", "a#b '#' \\#"),
    ("R&D a&b", "R&D a&b"),
    ("(x) {y}", "(x) {y}"),
    ("a>b>>c<d", "a > b >> c < d"),
    ("'a>b' a\\>b", "'a>b' a\\>b"),
    ("Zürich 日本 👩‍👩‍👧", "Zürich 日本 👩‍👩‍👧"),
  ])
  func `a line becomes words and signs`(line: String, outline: String) {
    let reading = Lexer.read(SourceText(line))
    #expect(Outline.of(reading.tokens) == outline)
    #expect(reading.problem == nil)
  }

  @Test(arguments: [
    ("$name ${name} $a$b", "$name $name $a$b"),
    ("${last.webUrl} ${last.@odata.type}", "$last.webUrl $last.@odata.type"),
    ("$1 $10 ${10} $# $@ $?", "$1 $10 $10 $# $@ $?"),
    (#""$x y" '$x' \$x"#, #""$x"" y" '$x' \$x"#),
    ("5$ $ $- a$", "5$ $ $- a$"),
    ("$(team list) x$(a)y", "$(team list) x$(a)y"),
    ("\"$(a \"b c\")\"", "\"$(a \"b c\")\""),
    ("$(a $(b))", "$(a $(b))"),
    ("$(a | grep \"x)\" | wc -l) z", "$(a |{ grep \"x)\" | wc -l}) z"),
    ("$(a | (b; c)) z", "$(a |{ (b; c)}) z"),
    ("$(a ')' \\))", "$(a ')' \\))"),
  ])
  func `dollar signs expand outside single quotes`(line: String, outline: String) {
    let reading = Lexer.read(SourceText(line))
    #expect(Outline.of(reading.tokens) == outline)
    #expect(reading.problem == nil)
  }

  @Test(arguments: [
    ("a | less; echo $x && b", "a |{ less; echo $x && b}"),
    ("a |sort|head", "a |{sort|head}"),
    ("!vi 'my file' | x", "!{vi 'my file' | x}"),
    ("a | b # c\nd", "a |{ b # c} ⏎ d"),
    ("a | b \\\n c\nd", "a |{ b \\\n c} ⏎ d"),
    ("a | b\r\nc", "a |{ b} ⏎ c"),
    ("x ! y a!b", "x ! y a!b"),
    ("a && !b; c", "a && !{b; c}"),
    ("if !test -f x\n", "if !{test -f x} ⏎"),
    ("'a|b' a\\|b", "'a|b' a\\|b"),
  ])
  func `a program's text is left alone to the end of its line`(line: String, outline: String) {
    let reading = Lexer.read(SourceText(line))
    #expect(Outline.of(reading.tokens) == outline)
    #expect(reading.problem == nil)
  }

  @Test(
    arguments: [
      ("a 'b", .unfinished(.singleQuote), 2),
      ("a \"b", .unfinished(.doubleQuote), 2),
      ("a \\", .unfinished(.backslash), 2),
      ("a $(b", .unfinished(.substitution), 2),
      ("a ${b", .unfinished(.variable), 2),
      ("a | b \\", .unfinished(.backslash), 6),
      ("a “b”", .typographicQuote("“"), 2),
      ("a 2>x", .unexpected("2>"), 2),
      ("a >&1", .unexpected(">&"), 2),
      ("a ${}", .invalidName(""), 2),
      ("a ${b-c}", .invalidName("b-c"), 2),
      ("a ${b.}", .invalidName("b."), 2),
      ("a |", .missing(.program, after: "|"), 2),
      ("!", .missing(.program, after: "!"), 0),
    ] as [(String, ScriptError.Code, Int)])
  func `what is wrong is noted where it starts`(
    line: String, code: ScriptError.Code, offset: Int
  ) {
    let problem = Lexer.read(SourceText(line)).problem
    #expect(problem?.code == code)
    #expect(problem?.range.lowerBound == offset)
  }

  @Test func `substitutions nested too deeply are refused`() {
    let line = String(repeating: "$(", count: 100_000)
    #expect(Lexer.read(SourceText(line)).problem?.code == .tooDeep(limit: 32))
  }

  @Test func `tokens and pieces know their place`() {
    let source = SourceText("é \"a $b\" c")
    let tokens = Lexer.read(source).tokens
    #expect(tokens.map { source.text($0.range) } == ["é", "\"a $b\"", "c"])
    guard case .word(let word) = tokens[1].kind else {
      Issue.record("The second token is a word.")
      return
    }
    #expect(word.pieces.map { source.text($0.range) } == ["\"a ", "$b", "\""].dropLast())
  }
}
