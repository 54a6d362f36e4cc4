import CommandKit
import Scripting
import Testing

/// How lines with the integration's commands are read.
struct IntegrationLexerTests {
  static let names = IntegrationNames(["send", "chat-list"])

  @Test(arguments: [
    ("!chat-list limit=5", "chat-list limit=5"),
    ("chat-list limit=5", "chat-list limit=5"),
    ("! chat-list limit=5", "!{ chat-list limit=5}"),
    ("!chat-lists x", "!{chat-lists x}"),
    ("chat-lists 'a'", "chat-lists 'a'"),
    ("send chat=\"a b\" content='c \"d\"'", "send chat=\"a b\" content='c \"d\"'"),
    ("send content=`it's \"so\"`", "send content='it's \"so\"'"),
    (#"send content="say \"hi\" \n C:\x""#, #"send content="say "hi" \n C:\x""#),
    ("send content=it's", "send content=it's"),
    (
      "chat-list next_link=https://graph/v1.0/chats?$skiptoken=a&b=1;c|d>e",
      "chat-list next_link=https://graph/v1.0/chats?$skiptoken=a&b=1;c|d>e"
    ),
    (
      #"send card={"a": [1, "}"], "b": "$x"} chat=y"#,
      #"send card={"a": [1, "}"], "b": "$x"} chat=y"#
    ),
    (#"send member=["a b", "c"] x=1"#, #"send member=["a b", "c"] x=1"#),
    ("send chat=${c} content=\"a ${b.c} $d\"", "send chat=$c content=\"a \"\"$b.c\"\" $d\""),
    ("send chat='${c}' content=`${d}`", "send chat='${c}' content='${d}'"),
    ("chat-list limit=5; team list", "chat-list limit=5 ; team list"),
    ("send content=@Bruce; chat=x", "send content=@Bruce; chat=x"),
    ("chat-list limit=5 && team list", "chat-list limit=5 && team list"),
    ("chat-list limit=5 | wc -l", "chat-list limit=5 |{ wc -l}"),
    ("chat-list limit=5 > 'a b'", "chat-list limit=5 > 'a b'"),
    ("chat-list -o json --jq '.a | .b' limit=5", "chat-list -o json --jq '.a | .b' limit=5"),
    ("echo $(!chat-list limit=5) x", "echo $(chat-list limit=5) x"),
    ("echo $(chat-list filter=f(a))", "echo $(chat-list filter=f(a))"),
    ("if chat-list; echo x=\"$y\"; end", "if chat-list ; echo x=\"$y\" ; end"),
    ("echo chat-list limit=$x", "echo chat-list limit=$x"),
    ("chat-list chat=", "chat-list chat="),
    ("chat-list # more", "chat-list #"),
  ])
  func `an integration command is read by its own rules, and what is around it by ours`(
    line: String, outline: String
  ) {
    let reading = Lexer.read(SourceText(line), integration: Self.names)
    #expect(Outline.of(reading.tokens) == outline)
    #expect(reading.problem == nil)
  }

  @Test(arguments: [
    ("send chat=\"a", ScriptError.Unfinished.doubleQuote), ("send chat='a", .singleQuote),
    ("send chat=`a", .backtick), ("send card={\"a\": [1", .json), ("send chat=${a", .variable),
  ])
  func `an open value waits for its end`(line: String, open: ScriptError.Unfinished) {
    #expect(Script.unfinished(line, integration: Self.names)?.what == open)
  }

  @Test(
    arguments: [
      ("!chat-l", .integrationName, "chat-l", nil, 1..<7),
      ("!chat-list", .integrationName, "chat-list", nil, 1..<10),
      ("!chat-list ", .argument, "", nil, 11..<11),
      ("chat-list li", .argument, "li", nil, 10..<12),
      ("send chat=Pro", .argument, "Pro", "chat", 10..<13),
      ("send chat=\"Pro j", .argument, "Pro j", "chat", 10..<16),
      ("echo !chat-l", .argument, "!chat-l", nil, 5..<12),
      ("!vi my", .foreign, "", nil, 6..<6),
    ] as [(String, CursorContext.Place, String, String?, Range<Int>)])
  func `the word at the cursor is known`(
    line: String, place: CursorContext.Place, typed: String, name: String?, range: Range<Int>
  ) {
    let context = CursorContext(
      line: line, cursor: line.unicodeScalars.count, integration: Self.names)
    #expect(context.place == place)
    #expect(context.typed == typed)
    #expect(context.optionName == name)
    #expect(context.range == range)
  }

  @Test(arguments: [
    "plain", "two words", "it's", "say \"hi\"", "$5", "${x}", "a;b", "a;", "`x`", "{x", "[1]",
    "back\\slash", "ends in \\ x", "a)b", "R/D", "营销 部", "'", "\"", "é=è", "@Bruce;",
  ])
  func `a value that was put in is read as that value`(value: String) throws {
    let line = "send chat=\(Lexer.integrationValue(value)) x=1"
    let words = CursorContext(
      line: line, cursor: line.unicodeScalars.count, integration: Self.names
    ).words
    #expect(words.last?.assignment?.value.text == value)
  }
}
