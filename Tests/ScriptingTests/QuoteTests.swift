import CommandKit
import Scripting
import TestSupport
import Testing

struct QuoteTests {
  @Test(arguments: [
    ("Sales", "Sales"),
    ("adele@contoso.com", "adele@contoso.com"),
    ("Contoso IT", "\"Contoso IT\""),
    ("O'Brien", "\"O'Brien\""),
    ("the \"A\" team", "'the \"A\" team'"),
    ("it's \"A\"", "\"it's \\\"A\\\"\""),
    ("cost $5", "'cost $5'"),
    ("a\\b", "'a\\b'"),
    ("two\nlines", "\"two\\nlines\""),
    ("", "\"\""),
    ("--yes", "\"--yes\""),
    ("%3", "\"%3\""),
    ("@me", "\"@me\""),
    ("-", "\"-\""),
    ("..", "\"..\""),
    ("/", "\"/\""),
    ("R/D", "R/D"),
    ("#general", "\"#general\""),
    ("R&D", "\"R&D\""),
    ("“Plan”", "\"“Plan”\""),
    ("日本", "日本"),
    ("a\u{A0}b", "\"a\u{A0}b\""),
    ("(x)", "\"(x)\""),
  ])
  func `a name is quoted only as far as it must be`(text: String, quoted: String) {
    #expect(Lexer.quote(text) == quoted)
  }

  @Test(
    arguments: [
      ("Contoso IT", .double, "\"Contoso IT\""),
      ("Contoso IT", .single, "'Contoso IT'"),
      ("Sales", .single, "'Sales'"),
      ("O'Brien", .single, #"'O'\''Brien'"#),
      ("say \"x\" $y", .double, #""say \"x\" \$y""#),
    ] as [(String, Lexer.QuoteStyle, String)])
  func `an open quote is kept`(text: String, style: Lexer.QuoteStyle, quoted: String) {
    #expect(Lexer.quote(text, style: style) == quoted)
  }

  @Test(arguments: [nil, .single, .double] as [Lexer.QuoteStyle?])
  func `whatever is quoted is read again as itself`(style: Lexer.QuoteStyle?) async throws {
    var random = SeededGenerator(seed: 7)
    let session = ScriptSession()
    for _ in 0..<2000 {
      let text = random.text(upTo: 12)
      try await session.interpreter.run("show \(Lexer.quote(text, style: style))")
      let word = try #require(session.executor.commands.last?.last)
      #expect(word.text.unicodeScalars.elementsEqual(text.unicodeScalars))
      #expect(word.option == nil)
      #expect(word.isLiteral || text.first.map { $0.isLetter || $0.isNumber || $0 == "_" } == true)
    }
    #expect(session.executor.commands.allSatisfy { $0.count == 2 })
  }
}
