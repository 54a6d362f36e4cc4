import CommandKit
import Foundation
import Output
import Scripting
import Testing

struct ProgramTests {
  private let session = ScriptSession(
    variables: ["team": SpecialVariable(text: "19-abc")])

  @Test(arguments: [
    ("!printf 'a b'", "a b"),
    ("!echo one; echo two && echo $((1 + 2))", "one\ntwo\n3\n"),
    ("lines c a b | sort", "a\nb\nc\n"),
    ("lines c a b | sort | head -n 1; echo next", "a\nnext\n"),
    ("x=$(lines c a b | sort | head -n 1); echo $x", "a\n"),
    ("x=$(!printf 'a\\nb'); echo \"$x\"", "a\nb\n"),
    ("x='a  \"b\"'; !printf %s \"$teamsh_x\"", "a  \"b\""),
    ("!printf %s \"$teamsh_team $teamsh_1\"", "19-abc first arg"),
    ("echo 'a b' | cat", "a b\n"),
    ("!cat", ""),
  ])
  func `programs get the text as it stands`(text: String, output: String) async throws {
    #expect(try await session.print(text, arguments: ["first arg"]) == output)
  }

  @Test(
    arguments: [
      ("!exit 3", .programFailed(status: 3), 3),
      ("echo a | exit 4", .programFailed(status: 4), 4),
      ("!kill -TERM $$", .programSignalled(signal: 15), 143),
      ("!kill -INT $$", .interrupted, 130),
      ("!no-such-program-anywhere 2>/dev/null", .programFailed(status: 127), 127),
    ] as [(String, ScriptError.Code, Int32)])
  func `a program's status is the statement's`(
    text: String, code: ScriptError.Code, exitCode: Int32
  ) async {
    let error = await session.failure(of: text)
    #expect(error?.code == code)
    #expect(error?.exitCode?.rawValue == exitCode)
    #expect(await session.interpreter.lastStatus.rawValue == exitCode)
  }

  @Test func `a failed command outranks its program, which still gets what there was`() async {
    let error = await session.failure(of: "print-and-fail | cat; exit 3")
    #expect(error?.underlying as? Refusal == Refusal(code: .failed))
    #expect(session.output.text == "half")
  }

  @Test(.timeLimit(.minutes(1)))
  func `a program that has seen enough ends the command without a failure`() async throws {
    #expect(try await session.print("endless | head -n 2\necho next") == "line\nline\nnext\n")
    #expect(session.executor.refusedWrites == 1)
    let error = await session.failure(of: "endless | head -n 1 > /dev/null; exit 6")
    #expect(error?.code == .programFailed(status: 6))
  }

  @Test(.timeLimit(.minutes(1)))
  func `a program that has seen enough ends a file that feeds it`() async throws {
    let folder = try TemporaryFolder()
    let script = try folder.write("endless || echo again\necho after", to: "s.teamsh")
    await session.interpreter.setKeepsGoing(true)
    #expect(try await session.print("source \(script) | head -n 1") == "line\n")
    #expect(session.executor.lines.last == "endless")
  }

  @Test(.timeLimit(.minutes(1)))
  func `more than a pipe holds passes through in both directions`() async throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "0123456789abcde\n", count: 100_000)
    let file = try folder.write(text, to: "big")
    #expect(try await session.print("read - < \(file) | cat") == text)
  }

  @Test func `no token reaches a program`() async throws {
    let session = ScriptSession(
      environment: [
        "TEAMSH_ACCESS_TOKEN": "canary-1", "TEAMSH_CLIENT_SECRET": "canary-2", "OTHER": "visible",
      ],
      hiddenEnvironment: ["TEAMSH_CLIENT_SECRET"])
    let environment = try await session.print("!env; env > /dev/null | cat\necho | env")
    #expect(!environment.contains("canary"))
    #expect(environment.components(separatedBy: "OTHER=visible").count == 3)
  }

  @Test func `a variable too long for an environment is left out of it`() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(String(repeating: "x", count: 300_000), to: "big")
    #expect(try await session.print("x=$(read < \(file)); !echo ${teamsh_x-none}") == "none\n")
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["!true", "endless | cat", "x=$(endless | cat)"])
  func `a program that the system cannot start is a failure of its own`(text: String) async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(String(repeating: "x", count: 110_000), to: "big")
    let names = (0..<40).map { "x\($0)" }
    try await session.interpreter.run(
      names.map { "\($0)=$(read < \(file))" }.joined(separator: "\n"))
    #expect(await session.failure(of: text)?.code == .programNotStarted)
    #expect(!session.executor.lines.contains("endless"))
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["!echo up; sleep 1000", "hang | sleep 1000"])
  func `cancelling ends the program`(text: String) async {
    let (started, starting) = AsyncStream<Void>.makeStream()
    session.executor.whenHanging { starting.finish() }
    let session = session
    let running = Task { await session.failure(of: text + "\necho after") }
    if text.hasPrefix("!") {
      while session.output.text != "up\n" { await Task.yield() }
    } else {
      for await _ in started {}
    }
    running.cancel()
    #expect(await running.value?.code == .interrupted)
    #expect(!session.executor.lines.contains("echo after"))
  }
}
