import CommandKit
import Output
import Scripting
import Testing

struct AliasTests {
  private func session(_ aliases: [String: String]) -> ScriptSession {
    ScriptSession(aliases: aliases)
  }

  @Test(
    arguments: [
      ("team list", "t", ["team list"]),
      ("team list", "t -o json 'a b'", ["team list -o json a b"]),
      ("member list --team $1", "t Sales --limit 3", ["member list --team Sales --limit 3"]),
      ("show $2 $1", "t a b c", ["show b a c"]),
      ("show $@ end", "t a b", ["show a b end"]),
      ("show $# $1", "t a b", ["show 2 a"]),
      ("a; b && c", "t x", ["a", "b", "c x"]),
      ("for x in $@; show $x; end", "t a b", ["show a", "show b"]),
      ("t again", "t x", ["t again x"]),
      ("show", "'t' x", ["t x"]),
      ("show", "echo t", ["echo t"]),
      ("show", "x=t; $x y", ["t y"]),
      ("show", "if t; t 1 || t 2; end", ["show", "show 1"]),
      ("read - <<END\n$1\nEND", "t hello", ["read -"]),
    ])
  func `an alias stands for its text`(alias: String, line: String, run: [String]) async {
    let session = session(["t": alias])
    #expect(await session.failure(of: line) == nil)
    #expect(session.executor.lines == run)
  }

  @Test func `words behind an alias keep their marks`() async throws {
    let session = session(["t": "team show $1 --yes", "u": "show --team=$1"])
    try await session.interpreter.run("t %3; t '%3'; n=%3; t $n; u %3; u '%3'")
    #expect(
      session.executor.commands == [
        ["team", "show", "%3", "--yes"],
        ["team", "show", Word("%3", isLiteral: true), "--yes"],
        ["team", "show", Word("%3", isLiteral: true), "--yes"],
        ["show", Word("--team=%3", nameLength: 6, hasLiteralValue: false)],
        ["show", Word("--team=%3", nameLength: 6, hasLiteralValue: true)],
      ])
  }

  @Test func `its output goes where the line says`() async throws {
    let session = session(["greet": "echo hello", "loud": "echo $1 | tr a-z A-Z"])
    #expect(try await session.print("greet you | tr a-z A-Z; ") == "HELLO YOU\n")
    #expect(
      try await session.print("x=$(greet); echo \"<$x>\"; loud abc") == "HELLO YOU\n<hello>\nABC\n")
  }

  @Test func `a failure names the alias, its column, and the column that was typed`() async {
    let session = session(["t": "echo a; miss $1"])
    let error = await session.failure(of: "echo x && t Sales")
    #expect(error?.location.source == "alias t")
    #expect(error?.location.column == 14)
    #expect(error?.includes.map(\.column) == [11])
    #expect(error?.includes.first?.source == nil)
  }

  @Test func `what is missing in an alias is an unset variable of it`() async {
    let error = await session(["t": "show $2"]).failure(of: "t a")
    #expect(error?.code == .unsetVariable("2"))
    #expect(error?.location.source == "alias t")
  }

  @Test func `an alias that ends in no command takes no spare words`() async {
    let session = session(["t": "!true"])
    #expect(await session.failure(of: "t") == nil)
    #expect(await session.failure(of: "t x")?.code == .spareWords(alias: "t"))
  }

  @Test func `an alias that cannot be understood says so where it stands`() async {
    let error = await session(["t": "echo 'a"]).failure(of: "t")
    #expect(error?.code == .unfinished(.singleQuote))
    #expect(error?.location.source == "alias t")
  }
}
