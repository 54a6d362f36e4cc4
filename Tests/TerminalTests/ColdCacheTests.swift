import Foundation
import TestSupport
import Testing

/// Tab where nothing has been read yet, against a tenant that takes its time.
struct ColdCacheTests {
  /// A tenant whose list of teams is answered when the test says so.
  private static func server(_ gate: Gate) throws -> ScriptedServer {
    try ScriptedServer { line in
      guard line.contains("/teams") || line.contains("/groups") else {
        return .reply("200 OK", [], "{\"value\":[]}")
      }
      gate.wait()
      let teams = ["Contoso IT", "Contoso Sales", "Facilities"].enumerated().map {
        "{\"id\":\"id\($0)\",\"displayName\":\"\($1)\"}"
      }
      return .reply("200 OK", [], "{\"value\":[\(teams.joined(separator: ","))]}")
    }
  }

  @Test(arguments: ShellTerminal.sizes)
  func `a cold cache says so at once, the line stays editable, and names appear without a key`(
    size: ScreenSize
  ) throws {
    let home = try Home()
    let gate = Gate()
    let server = try Self.server(gate)
    let shell = try ShellTerminal.started(in: home, at: server.root, size: size)
    let start = ContinuousClock.now
    shell.type("team show con\t")
    try shell.terminal.wait { $0.screen.text.hasSuffix("p1:> team show con\nloading teams…") }
    // Bounds a hang, not the 20 milliseconds, which are the bench's to judge.
    #expect(start.duration(to: .now) < .seconds(5))
    shell.type("\u{7F}\u{7F}")
    try shell.terminal.wait { $0.screen.text.hasSuffix("p1:> team show c\nloading teams…") }
    gate.open()
    try shell.terminal.wait {
      $0.screen.text.contains("p1:> team show c") && $0.screen.text.contains("Contoso IT")
        && $0.screen.text.contains("\nContoso Sales") && $0.screen.text.contains("\nas of ")
    }
    shell.type("\t\r")
    try shell.wait(forTyped: "team show \"Contoso IT\" |")
    try shell.drop()
  }

  @Test func `Ctrl-C at a cold menu drops the line, and leaving does not wait for the names`()
    throws
  {
    let home = try Home()
    let gate = Gate()
    let server = try Self.server(gate)
    let shell = try ShellTerminal(
      home: home, environment: BadAnswerTests.environment(home, server.root),
      prompt: "p{number}:> ")
    try shell.prompt()
    shell.type("team show con\t")
    try shell.terminal.wait { $0.screen.text.contains("loading teams…") }
    try shell.drop()
    #expect(!shell.terminal.screen.text.contains("loading"))
    let start = ContinuousClock.now
    shell.type("\u{4}")
    #expect(try shell.terminal.waitForExit() == 0)
    #expect(start.duration(to: .now) < .seconds(5))
    gate.open()
  }

  @Test(arguments: ShellTerminal.sizes)
  func `a list that cannot be read says why`(size: ScreenSize) throws {
    let home = try Home()
    let server = try ScriptedServer { line in
      line.contains("/teams") || line.contains("/groups")
        ? .reply("403 Forbidden", [], #"{"error":{"code":"Forbidden","message":"No."}}"#)
        : .reply("200 OK", [], "{\"value\":[]}")
    }
    let shell = try ShellTerminal(
      home: home, environment: BadAnswerTests.environment(home, server.root),
      prompt: "p{number}:> ", columns: size.columns, rows: size.rows)
    try shell.prompt()
    shell.type("team show con\t")
    try shell.terminal.wait { $0.screen.text.contains("\nno teams: ") }
    shell.type("x")
    try shell.terminal.wait { $0.screen.text.contains("p1:> team show conx") }
  }
}

/// Holds threads back until it is opened.
private final class Gate: Sendable {
  private let condition = DispatchSemaphore(value: 0)

  func wait() {
    condition.wait()
    condition.signal()
  }

  func open() { condition.signal() }

  deinit { condition.signal() }
}
