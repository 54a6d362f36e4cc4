import CommandKit
import Scripting
import Testing

struct ParserTests {
  @Test(arguments: [
    ("", ""),
    (" ;;\n# nothing\n;", ""),
    ("team list; channel list\nwhoami", "[team list]; [channel list]; [whoami]"),
    ("a && b || c && d", "[a] && [b] || [c] && [d]"),
    ("a &&\n\n b ||# why\n c", "[a] && [b] || [c]"),
    ("x=1", "x=(1)"),
    ("x=", "x=()"),
    ("x=\"a b\"c", "x=(\"a b\"c)"),
    ("x=$(team list)", "x=($(team list))"),
    ("x=1 && y=2", "x=(1) && y=(2)"),
    ("'x'=1", "['x'=1]"),
    ("x-y=1", "[x-y=1]"),
    ("show x=1", "[show x=1]"),
    ("a > f", "[a] >(f)"),
    ("a b >> \"f g\" c", "[a b c] >>(\"f g\")"),
    ("< f a > g", "[a] <(f) >(g)"),
    ("a < f | sort; b", "[a] <(f) |{ sort; b}"),
    ("!date; x\ny", "!{date; x}; [y]"),
    ("for t in a \"b c\" $(d); echo $t; end", "for t in [a \"b c\" $(d)] {[echo $t]}"),
    ("for t in\nend", "for t in [] {}"),
    ("for t in a\n  x | y\nend", "for t in [a] {[x] |{ y}}"),
    ("if a; b; end", "if ([a]) {[b]} else {}"),
    ("if a && b\n c\nelse\n d\nend && e", "if ([a] && [b]) {[c]} else {[d]} && [e]"),
    ("if a; else b; end", "if ([a]) {} else {[b]}"),
    ("if !x\nb\nend", "if (!{x}) {[b]} else {}"),
    ("if if a; b; end; c; end", "if (if ([a]) {[b]} else {}) {[c]} else {}"),
    ("for a in b; if c; d; end; end", "for a in [b] {if ([c]) {[d]} else {}}"),
    ("show if for in else end", "[show if for in else end]"),
    ("a & b", "[a] &; [b]"),
    ("a && b | c\nd &", "[a] && [b] |{ c}; [d] &"),
    ("for x in y; a &\nend &", "for x in [y] {[a] &} &"),
    ("R&D &x &", "[R&D &x] &"),
    ("a >| f", "[a] >|(f)"),
    ("\"if\" x; \\end; 'for'", "[\"if\" x]; [\\end]; ['for']"),
  ])
  func `tokens become statements`(text: String, tree: String) throws {
    let outline = Outline.of(try Script(parsing: text).body)
    #expect(outline == tree)
  }

  @Test(
    arguments: [
      ("&& a", .unexpected("&&"), 1),
      ("a && ; b", .missing(.command, after: "&&"), 3),
      ("a || && b", .unexpected("&&"), 6),
      ("| less", .unexpected("| less"), 1),
      ("a > f | less", .unexpected("| less"), 7),
      ("a >", .missing(.fileName, after: ">"), 3),
      ("a > ; b", .missing(.fileName, after: ">"), 3),
      ("> f", .missing(.command, after: ">"), 1),
      ("a > f > g", .unexpected(">"), 7),
      ("a < f < g", .unexpected("<"), 7),
      ("x=1 y", .unexpected("y"), 5),
      ("end", .unexpected("end"), 1),
      ("a; else", .unexpected("else"), 4),
      ("for a in b; else; end", .unexpected("else"), 13),
      ("if a; b; end c", .unexpected("c"), 14),
      ("if a; else; b; else; end", .unexpected("else"), 16),
      ("if ; a; end", .missing(.command, after: "if"), 1),
      ("for ; end", .missing(.name, after: "for"), 1),
      ("for 1x in a; end", .invalidName("1x"), 5),
      ("for \"x\" in a; end", .invalidName("\"x\""), 5),
      ("for x of a; end", .missing(.in, after: "x"), 5),
      ("for x in a > f; end", .unexpected(">"), 12),
      ("a $(end)", .unexpected("end"), 5),
      ("a $(for x in b)", .unexpected(")"), 15),
      ("a $(b && )", .unexpected(")"), 10),
      ("& a", .unexpected("&"), 1),
      ("a && & b", .unexpected("&"), 6),
      ("a $(b &)", .unexpected("&"), 7),
      ("if a & b; end", .unexpected("&"), 6),
    ] as [(String, ScriptError.Code, Int)])
  func `what cannot be a statement is refused at its place`(
    text: String, code: ScriptError.Code, column: Int
  ) throws {
    let error = #expect(throws: ScriptError.self) { try Script(parsing: text, name: "x.teamsh") }
    #expect(error?.code == code)
    #expect(error?.location.column == column)
    #expect(error?.location.source == "x.teamsh")
    #expect(error?.exitCode == .usage)
  }

  @Test(
    arguments: [
      ("show 'a", .singleQuote, 6),
      ("show \"a\n", .doubleQuote, 6),
      ("show a\\", .backslash, 7),
      ("show $(a", .substitution, 6),
      ("show ${a", .variable, 6),
      ("for x in a", .forBlock, 1),
      ("for x in a; echo; if b; c; end", .forBlock, 1),
      ("for", .forBlock, 1),
      ("for x", .forBlock, 1),
      ("if a", .ifBlock, 1),
      ("a; if b; c; else", .ifBlock, 4),
      ("if", .ifBlock, 1),
      ("a &&", .chain, 3),
      ("a ||\n", .chain, 3),
      ("!x \\", .backslash, 4),
    ] as [(String, ScriptError.Unfinished, Int)])
  func `an unfinished text says what is open and since where`(
    text: String, what: ScriptError.Unfinished, column: Int
  ) throws {
    let unfinished = try #require(Script.unfinished(text))
    #expect(unfinished.what == what)
    #expect(unfinished.location.column == column)
  }

  @Test(arguments: ["", "a", "a; b", "for x in a; end", "end", "a | 'b", "# 'a", "a > ", "a “b"])
  func `a text that is whole or wrong is run at once`(text: String) {
    #expect(Script.unfinished(text) == nil)
  }

  @Test func `blocks nested too deeply are refused`() {
    for word in ["if ", "for x in a; "] {
      let error = #expect(throws: ScriptError.self) {
        try Script(parsing: String(repeating: word, count: 100_000))
      }
      #expect(error?.code == .tooDeep(limit: 64))
    }
  }

  @Test func `a location names line, column, mark and text`() throws {
    let text = "echo ok\r\n  show “日本” x\r\nlast"
    let error = #expect(throws: ScriptError.self) { try Script(parsing: text, name: "a.teamsh") }
    let expected = ScriptLocation(
      source: "a.teamsh", line: 2, column: 8, length: 1, lineText: "  show “日本” x")
    #expect(error?.location == expected)
  }
}
