import CommandKit
import Documents
import Output
import Scripting
import Testing

struct ExpansionTests {
  private let variables = [
    "team": SpecialVariable(text: "19-abc"),
    "last": SpecialVariable(
      text: "m1",
      document: [
        "webUrl": "https://x/y z", "count": 3, "ok": true, "none": nil, "list": [1, 2],
        "from": ["user": ["displayName": "Adele"]], "@odata.type": "#message",
      ]),
  ]

  /// The words that the command `show` got, one a line; literal ones are in `‹›`.
  private func words(
    _ text: String, arguments: [String] = [], variables: [String: SpecialVariable]? = nil
  ) async throws -> [String] {
    let session = ScriptSession(variables: variables ?? self.variables)
    try await session.interpreter.run(text, arguments: arguments)
    return session.executor.commands.filter { $0.first?.text == "show" }.flatMap { $0.dropFirst() }
      .map { $0.isLiteral ? "‹\($0.text)›" : $0.text }
  }

  @Test(
    arguments: [
      ("show a \"b\" 'c' \\d", ["a", "‹b›", "‹c›", "‹d›"]),
      (
        "show --yes \"--yes\" '%3' %3 \\@me @me",
        ["--yes", "‹--yes›", "‹%3›", "%3", "‹@me›", "@me"]
      ),
      ("show a\"b c\"d ''", ["ab cd", "‹›"]),
      ("x='two words'; show $x \"$x\" a${x}b", ["‹two words›", "‹two words›", "atwo wordsb"]),
      ("x='$y \"; a'; show $x", ["‹$y \"; a›"]),
      ("x=; show $x \"$x\"", ["‹›", "‹›"]),
      ("x=--yes; show $x", ["‹--yes›"]),
      ("x=a; x=${x}b; show $x", ["‹ab›"]),
      ("show $team $last", ["‹19-abc›", "‹m1›"]),
      ("show ${last.webUrl} ${last.count} ${last.ok}", ["‹https://x/y z›", "‹3›", "‹true›"]),
      ("show ${last.from.user.displayName} ${last.@odata.type}", ["‹Adele›", "‹#message›"]),
      ("show \"${last.none}\" ${last.list}", ["‹›", "‹[1,2]›"]),
      ("show $(lines a 'b c')", ["‹a›", "‹b c›"]),
      ("show \"$(lines a 'b c')\"", ["‹a\nb c›"]),
      ("show x$(lines a b)y", ["xa\nby"]),
      ("show $(lines) end", ["end"]),
      ("show \"$(lines)\"", ["‹›"]),
      ("show $(lines a '' b)", ["‹a›", "‹›", "‹b›"]),
      ("show $(lines $(lines a b) c)", ["‹a›", "‹b›", "‹c›"]),
      ("x=$(lines a b); show $x", ["‹a\nb›"]),
      ("show 5$ $ '$x'", ["5$", "$", "‹$x›"]),
      ("true; show $?; false || show $?", ["‹0›", "‹1›"]),
      ("fail 7 || show $?", ["‹7›"]),
    ] as [(String, [String])])
  func `words become what they stand for`(text: String, expected: [String]) async throws {
    #expect(try await words(text) == expected)
  }

  @Test(arguments: [
    ("show $1 $2 $#", ["‹a b›", "‹c›", "‹2›"]),
    ("show $@", ["‹a b›", "‹c›"]),
    ("show \"$@\"", ["‹a b›", "‹c›"]),
    ("show x\"$@\"", ["xa b c"]),
    ("for x in $@; show $x; end", ["‹a b›", "‹c›"]),
  ])
  func `arguments are words`(text: String, expected: [String]) async throws {
    #expect(try await words(text, arguments: ["a b", "c"]) == expected)
  }

  @Test func `an option's value has its own mark`() async throws {
    let session = ScriptSession()
    try await session.interpreter.run(
      "x=%3; show --a=%3 --b=\"%3\" --c=$x --d=x\"%3\" \"--e=\"%3 --f")
    let options = session.executor.commands[0].dropFirst().map(\.option)
    #expect(options[0] == Word.Option(name: "--a", value: "%3"))
    #expect(options[1] == Word.Option(name: "--b", value: Word("%3", isLiteral: true)))
    #expect(options[2] == Word.Option(name: "--c", value: Word("%3", isLiteral: true)))
    #expect(options[3] == Word.Option(name: "--d", value: "x%3"))
    #expect(options[4] == nil)
    #expect(options[5] == Word.Option(name: "--f", value: nil))
  }

  @Test(
    arguments: [
      ("show $nothing", .unsetVariable("nothing"), 6, 8),
      ("show a\"b ${nothing}\"", .unsetVariable("nothing"), 10, 10),
      ("show $1", .unsetVariable("1"), 6, 2),
      ("show $chat", .unsetVariable("chat"), 6, 5),
      ("show ${last.nothing}", .missingField(variable: "last", path: "nothing"), 6, 15),
      ("show ${team.id}", .missingField(variable: "team", path: "id"), 6, 10),
      ("show ${x.id}", .unsetVariable("x"), 6, 7),
      ("team=x", .reservedVariable("team"), 1, 6),
      ("for me in a; end", .reservedVariable("me"), 1, 16),
      ("echo x > $(lines a b)", .notOneWord(count: 2), 8, 14),
      ("echo x > $(lines)", .notOneWord(count: 0), 8, 10),
    ] as [(String, ScriptError.Code, Int, Int)])
  func `what stands for nothing is an error with its place`(
    text: String, code: ScriptError.Code, column: Int, length: Int
  ) async {
    let session = ScriptSession(variables: variables)
    let error = await session.failure(of: text)
    #expect(error?.code == code)
    #expect(error?.location.column == column)
    #expect(error?.location.length == length)
    #expect(error?.exitCode == .usage)
    #expect(!session.executor.lines.contains { $0.hasPrefix("show") })
  }

  @Test func `a command's failure fails the statement that it stands in`() async {
    let session = ScriptSession()
    let error = await session.failure(of: "show $(fail 5) ; echo after")
    #expect(error?.underlying as? Refusal == Refusal(code: .notFound))
    #expect(error?.location.column == 8)
    #expect(session.executor.lines == ["fail 5"])
  }

  @Test func `a command in a word is asked for references`() async throws {
    let session = ScriptSession()
    try await session.interpreter.run("a; b $(c); d")
    #expect(session.executor.formats == [nil, .ids, nil, nil])
  }
}
