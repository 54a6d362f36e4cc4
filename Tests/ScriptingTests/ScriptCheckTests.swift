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

  /// What a check of a text finds, as line, column and code.
  private func faults(in text: String, _ arguments: [String]? = nil) async -> [String] {
    do {
      try await session.interpreter.check(text: text, name: "x", arguments: arguments)
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
      ("x=1; show $x $y $#", ["1:14 unsetVariable(\"y\", nearest: [\"x\"])"]),
      ("show $later; later=1", []),
      ("me=1", ["1:1 reservedVariable(\"me\")"]),
      (
        "a ; && b\nshow --bad\nend\nc",
        ["1:5 unexpected(\"&&\")", "3:1 unexpected(\"end\")", "2:6 commandFailed"]
      ),
      ("for x in a; b ; else\nend\nbad", ["1:17 unexpected(\"else\")"]),
      ("echo 'a", ["1:6 unfinished(CommandKit.ScriptError.Unfinished.singleQuote)"]),
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
    #expect(await faults(in: "show $1 $2", ["a"]) == ["1:9 unsetVariable(\"2\", nearest: [])"])
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
