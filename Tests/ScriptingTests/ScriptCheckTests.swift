import CommandKit
import Output
import Scripting
import Testing

struct ScriptCheckTests {
  private let folder: TemporaryFolder
  private let session = ScriptSession(aliases: ["mine": "show"])

  init() throws {
    folder = try TemporaryFolder()
  }

  /// What a check of texts finds, as line, column and code.
  private func faults(in texts: String..., arguments: [String]? = nil) async -> [String] {
    do {
      try await session.interpreter.check(texts: texts, name: "x", arguments: arguments)
    } catch {
      #expect((error as? CommandError)?.code == .scriptFaults(session.reports.count))
    }
    return session.reports.map { "\($0.location.line):\($0.location.column) \($0.code)" }
  }

  @Test(
    arguments: [
      ("echo a; for x in $(lines) 'b'; show $x; end", []),
      ("bad\nshow --bad\nbad", ["1:1 commandFailed", "2:6 commandFailed", "3:1 commandFailed"]),
      ("show a $(bad) \"$(bad)\"", ["1:10 commandFailed", "1:18 commandFailed"]),
      (
        "if bad; bad; else; bad; end",
        ["1:4 commandFailed", "1:9 commandFailed", "1:20 commandFailed"]
      ),
      ("mine --bad; alias your bad; your --bad; $(lines) --bad", []),
      ("x=1; show $x $y $#", ["1:14 unsetVariable(\"y\", nearest: [])"]),
      ("show $later; later=1", []),
      ("me=1", ["1:1 reservedVariable(\"me\")"]),
      (
        "a ; && b\nshow --bad\nend\nc",
        ["1:5 unexpected(\"&&\")", "2:6 commandFailed", "3:1 unexpected(\"end\")"]
      ),
      (
        "for x in a; b ; else; bad\nbad\nend\nbad",
        [
          "1:17 unexpected(\"else\")", "1:23 commandFailed", "2:1 commandFailed",
          "4:1 commandFailed",
        ]
      ),
      ("echo 'a", ["1:6 unfinished(CommandKit.ScriptError.Unfinished.singleQuote)"]),
      (
        "bad\necho \"a $(b 'c\nbad",
        [
          "1:1 commandFailed", "2:13 unfinished(CommandKit.ScriptError.Unfinished.singleQuote)",
        ]
      ),
      (
        "echo “a”; bad\nbad\nshow a 2> b ${1x}\nshow --bad",
        [
          "1:6 typographicQuote(\"“\")", "2:1 commandFailed", "3:8 unexpected(\"2>\")",
          "4:6 commandFailed",
        ]
      ),
      (
        "for x in a b\n  show a ;; show b &&& c\n  if\n    bad\n  end\n  bad\nend\nbad",
        [
          "2:22 unexpected(\"&\")",
          "3:3 missing(CommandKit.ScriptError.Part.command, after: \"if\")",
          "4:5 commandFailed", "6:3 commandFailed", "8:1 commandFailed",
        ]
      ),
      (
        "for in a; show $x\nend\nfor 1x in a; bad; end",
        [
          "1:5 missing(CommandKit.ScriptError.Part.in, after: \"in\")",
          "3:5 invalidName(\"1x\")", "3:14 commandFailed",
        ]
      ),
      (
        "if show a\n  bad\n  show $(\nend",
        [
          "2:3 commandFailed", "3:8 unfinished(CommandKit.ScriptError.Unfinished.substitution)",
        ]
      ),
      ("read - <<END\n$x\nEND", ["2:1 unsetVariable(\"x\", nearest: [])"]),
      ("source $x; show $y; x=1", []),
    ])
  func `everything that would fail is found, and nothing runs`(
    text: String, found: [String]
  ) async {
    #expect(await faults(in: text) == found)
    #expect(session.executor.lines.isEmpty)
  }

  @Test func `arguments are looked at where their number is known`() async {
    #expect(await faults(in: "show $1 $2 $9") == [])
    #expect(
      await faults(in: "show $1 $2", arguments: ["a"]) == ["1:9 unsetVariable(\"2\", nearest: [])"])
  }

  @Test func `texts that run one after the other know what the ones before them set`() async {
    #expect(
      await faults(in: "x=1; bad", "alias ours show; ours $x $y", "ours --bad; bad") == [
        "1:6 commandFailed", "1:26 unsetVariable(\"y\", nearest: [])", "1:13 commandFailed",
      ])
  }

  @Test func `included files are looked into, with what led there`() async throws {
    try folder.write("show $1 $2 $x\n  bad", to: "b.teamsh")
    let main = try folder.write("x=1\nsource b.teamsh one\nsource none.teamsh", to: "a.teamsh")
    await #expect(throws: CommandError(.scriptFaults(2))) {
      try await session.interpreter.check(main, arguments: nil)
    }
    let reports = session.reports
    #expect(reports.map(\.location.line) == [2, 3])
    #expect(reports.map(\.location.column) == [3, 8])
    #expect(reports.first?.location.source == folder.file("b.teamsh"))
    #expect(reports.first?.includes.map(\.line) == [2])
  }

  @Test func `a file that includes itself is looked through once`() async throws {
    let main = try folder.write("source a.teamsh\necho", to: "a.teamsh")
    try await session.interpreter.check(main, arguments: nil)
    #expect(session.reports.isEmpty)
  }
}
