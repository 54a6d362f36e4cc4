import CommandKit
import Output
import Scripting
import Testing

/// What settings and a restricted session keep from happening, and what is shown before it does.
struct GuardTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test(arguments: ["!true", "echo a | cat", "echo a > f", "echo a >> f", "echo a >| f"])
  func `a restricted session starts no program and writes no file`(line: String) async {
    let session = ScriptSession(isRestricted: true)
    let error = await session.failure(of: line)
    guard case .restricted = error?.code else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.exitCode == .permission)
    #expect(session.executor.lines.isEmpty)
  }

  @Test func `a restricted session runs what it was started with, and no file elsewhere`()
    async throws
  {
    try folder.write("echo b", to: "b.teamsh")
    let main = try folder.write("echo a\nsource b.teamsh\nsource ./b.teamsh", to: "a.teamsh")
    let session = ScriptSession(isRestricted: true)
    let error = await #expect(throws: ScriptError.self) {
      try await session.interpreter.runFile(main)
    }
    #expect(error?.code == .restricted(.path))
    #expect(session.output.text == "a\nb\n")
  }

  @Test(arguments: ["/etc/hostname", "./f", "\"$HOME/f\"", "../f"])
  func `a restricted session reads no file elsewhere`(path: String) async {
    let session = ScriptSession(isRestricted: true)
    let error = await session.failure(of: "HOME=/tmp; echo a; echo - < \(path)")
    #expect(error?.code == .restricted(.path))
    #expect(session.output.text == "a\n")
  }

  @Test func `with noclobber a file that is there stays, unless it is written to by force`()
    async throws
  {
    var settings = Settings()
    settings.noclobber = true
    let session = ScriptSession(settings: settings)
    let file = try folder.write("old", to: "f")
    let error = await session.failure(of: "echo new > \(file)")
    #expect(error?.code == .fileExists(path: file))
    #expect(session.executor.lines.isEmpty)
    #expect(
      await session.failure(of: "echo a > \(file).2; echo b >> \(file); echo > /dev/null") == nil)
    #expect(try folder.text(of: "f") == "oldb\n")
    #expect(await session.failure(of: "echo new >| \(file)") == nil)
    #expect(try folder.text(of: "f") == "new\n")
  }

  @Test(
    arguments: [
      ("x='a b'; show $x --team=\"$x\" %3", "+ x=\"a b\"\n+ show \"a b\" --team=\"a b\" %3\n"),
      ("echo a | cat; x", "+ echo a | cat; x\n"),
      ("echo a > /dev/null", "+ echo a > \"/dev/null\"\n"),
      ("!true", "+ !true\n"),
      ("for y in 1 2; show $y; end", "+ show 1\n+ show 2\n"),
      ("login --secret hunter2 x; a --token=hunter2", "+ login --secret *** x\n+ a --token=***\n"),
      ("login --secret - x", "+ login --secret - x\n"),
      ("my_password=hunter2", "+ my_password=***\n"),
      ("t a", "+ t a\n+ show a\n"),
    ])
  func `echo shows each statement with its values, and no secret`(
    line: String, shown: String
  ) async {
    var settings = Settings()
    settings.echo = true
    let session = ScriptSession(aliases: ["t": "show $1"], settings: settings)
    _ = await session.failure(of: line)
    #expect(session.errors.text == shown)
  }

  @Test func `an access token is shown nowhere`() async {
    var settings = Settings()
    settings.echo = true
    let token = "eyJ" + String(repeating: "a", count: 60)
    let session = ScriptSession(settings: settings)
    _ = await session.failure(of: "x=\(token); show $x \(token) --x=\(token)")
    #expect(!session.errors.text.contains("eyJ"))
  }
}
