import CommandKit
import Commands
import Foundation
import Output
import TestSupport
import Testing

/// A watch over answers that are written down, on a clock whose waits take no time.
struct WatchTests {
  private let clock = InstantClock()

  private func session(
    _ exchanges: [ScriptedExchange], isTerminal: Bool = false
  ) throws -> TestSession {
    let session = try TestSession(transport: ScriptedTransport(exchanges)) { surroundings in
      surroundings.clock = clock
      surroundings.isTerminal = isTerminal
      surroundings.isInteractive = isTerminal
    }
    try session.signIn(TestToken.person(["User.Read.All", "Team.ReadBasic.All"]))
    return session
  }

  private static func teams(_ names: String...) -> ScriptedExchange {
    let items = names.map { "{\"id\":\"\($0)\",\"displayName\":\"\($0)\"}" }
    return .get("/v1.0/x", .json("{\"value\":[\(items.joined(separator: ","))]}"))
  }

  @Test func `it looks as often as it is told, so many seconds apart`() async throws {
    let session = try session([Self.teams("IT"), Self.teams("IT"), Self.teams("IT")])
    #expect(await session.run("watch -n 5 -c 3 graph get /x -o ids") == .done)
    #expect(session.output.text == "IT\nIT\nIT\n")
    #expect(clock.slept == [.seconds(5), .seconds(5)])
    #expect(session.errors.text.contains("Every 5.0 s: graph get /x -o ids"))
    #expect(session.errors.text.contains("(3)"))
  }

  @Test func `it ends when the condition comes true`() async throws {
    let session = try session([Self.teams("IT"), Self.teams("IT", "HR")])
    #expect(await session.run("watch --until 'length > 1' graph get /x -o ids") == .done)
    #expect(session.output.text == "IT\nIT\nHR\n")
    #expect(clock.slept == [.seconds(2)])
  }

  @Test func `a condition that does not come true fails`() async throws {
    let session = try session([Self.teams("IT"), Self.teams("IT")])
    #expect(await session.run("watch -c 2 --until 'length > 1' graph get /x -o ids") == .failed)
    #expect(session.errors.text.contains("It did not come true in 2 rounds."))
  }

  @Test func `--diff says in words what changed`() async throws {
    let session = try session([Self.teams("IT", "HR"), Self.teams("IT", "Sales")])
    await session.run("watch -c 2 --diff graph get /x -o ids")
    #expect(session.errors.text.contains("added: Sales\nremoved: HR\n"))
  }

  @Test func `what may pass is said, and waited out as long as the server asks`() async throws {
    let session = try session([
      .get("/v1.0/x", .status(500)), Self.teams("IT"),
    ])
    #expect(await session.run("watch -c 2 graph get /x -o ids") == .done)
    #expect(session.errors.text.contains("Graph is out of order (500). Trying again."))
    #expect(session.output.text == "IT\n")
  }

  @Test func `what would fail again ends it`() async throws {
    let session = try session([.get("/v1.0/x", .status(400))])
    #expect(await session.run("watch graph get /x") == .failed)
    #expect(clock.slept.isEmpty)
    #expect(await session.run("watch nonsense") == .usage)
    #expect(await session.run("watch team archive IT") == .usage)
  }

  @Test(arguments: [
    "watch -n 1 team list", "watch -n nan team list", "watch -c 0 team list", "watch",
  ])
  func `an interval below two seconds, no round and no command are refused`(line: String)
    async throws
  {
    #expect(await (try session([])).run(line) == .usage)
  }

  @Test func `at a terminal each answer is drawn over the one before`() async throws {
    let session = try session([Self.teams("IT"), Self.teams("IT", "HR")], isTerminal: true)
    #expect(await session.run("watch -c 2 --diff graph get /x -o ids") == .done)
    let views = session.output.text.components(separatedBy: "\u{1B}[J")
    #expect(views.count == 3)
    #expect(views[1].hasSuffix("(1)\nIT\n\r\u{1B}[2A"))
    #expect(views[2].hasSuffix("(2)\n1 added\nIT\nHR\n"))
    #expect(session.errors.text.isEmpty)
  }
}
