import CommandKit
import Scripting
import Testing

struct CursorContextTests {
  /// Reads a line in which `‸` stands for the cursor.
  private func context(_ marked: String) throws -> CursorContext {
    let parts = marked.split(separator: "‸", omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    return CursorContext(
      line: parts.joined(), cursor: String(parts[0]).unicodeScalars.count)
  }

  @Test(
    arguments: [
      ("‸", .command, ""),
      ("te‸", .command, "te"),
      ("team ‸", .argument, ""),
      ("team li‸", .argument, "li"),
      ("team list; ch‸", .command, "ch"),
      ("a && b || c‸", .command, "c"),
      ("if te‸", .command, "te"),
      ("if a; else te‸", .command, "te"),
      ("for x in a; te‸", .command, "te"),
      ("show $(te‸", .command, "te"),
      ("show \"$(team li‸", .argument, "li"),
      ("a > fi‸", .fileName, "fi"),
      ("a >> ‸", .fileName, ""),
      ("a | le‸", .foreign, ""),
      ("a | less ‸", .foreign, ""),
      ("!vi ‸", .foreign, ""),
      ("# te‸", .foreign, ""),
      ("a & te‸", .command, "te"),
      ("read - <<END\nte‸", .foreign, ""),
      ("read - <<END\n‸", .foreign, ""),
      ("read - <<END\ntext\nEND\nte‸", .command, "te"),
      ("a >| fi‸", .fileName, "fi"),
      ("show $na‸", .variable, "na"),
      ("show \"${la‸", .variable, "la"),
      ("show ${last.web‸", .variable, "last.web"),
      ("show $‸", .variable, ""),
      ("show '$na‸", .argument, "$na"),
      ("x=Con‸", .assignedValue, "Con"),
    ] as [(String, CursorContext.Place, String)])
  func `what is typed at the cursor is known`(
    line: String, place: CursorContext.Place, typed: String
  ) throws {
    let context = try context(line)
    #expect(context.place == place)
    #expect(context.typed == typed)
  }

  @Test(
    arguments: [
      ("use Con‸", "Con", 4, 7, nil, false),
      ("use \"Contoso I‸", "Contoso I", 4, 14, .double, true),
      ("use 'Contoso I‸ --team x", "Contoso I", 4, 14, .single, true),
      ("use \"Con‸toso\" x", "Con", 4, 13, .double, true),
      ("use Con‸toso x", "Con", 4, 11, nil, false),
      (#"use Contoso\ I‸"#, "Contoso I", 4, 14, nil, false),
      ("use é日‸", "é日", 4, 6, nil, false),
      ("use ‸ x", "", 4, 4, nil, false),
      ("use $(a \"b c‸", "b c", 8, 12, .double, true),
      ("use $(a b‸c)", "b", 8, 10, nil, false),
    ] as [(String, String, Int, Int, Lexer.QuoteStyle?, Bool)])
  func `a candidate replaces the word and keeps its quote`(
    line: String, typed: String, start: Int, end: Int, quote: Lexer.QuoteStyle?, isLiteral: Bool
  ) throws {
    let context = try context(line)
    #expect(context.typed == typed)
    #expect(context.range == start..<end)
    #expect(context.openQuote == quote)
    #expect(context.isLiteral == isLiteral)
  }

  @Test func `the value behind an option's equals sign is completed alone`() throws {
    let context = try context("message list --team=\"Contoso I‸")
    #expect(context.optionName == "--team")
    #expect(context.typed == "Contoso I")
    #expect(context.range == 20..<30)
    #expect(context.isLiteral)
    #expect(context.words == ["message", "list"])
  }

  @Test func `the words before the cursor are those of its own command`() throws {
    let context = try context("login; message send --team \"A B\" > f $x ‸ later")
    #expect(
      context.words == [
        "message", "send", "--team", Word("A B", isLiteral: true), Word("$x", isLiteral: true),
      ])
    #expect(!context.isDynamic)
  }

  @Test func `a word with a variable in it is not known yet`() throws {
    #expect(try context("use $team/Gen‸").isDynamic)
  }
}
