import Foundation
import TestSupport
import Testing

/// Work that Graph goes on with, as a person at the prompt waits for it.
struct OperationTests {
  private static let team = "22222222-2222-4222-8222-222222222222"

  @Test func `work that goes on shows its time, and Ctrl-C says where it is found`() throws {
    let home = try Home()
    let server = try ScriptedServer { line in
      if line.hasPrefix("POST ") {
        let location = "/teams('\(Self.team)')/operations('7')"
        return .reply("202 Accepted", ["Location: \(location)"], "")
      }
      if line.contains("/operations/") {
        return .reply("200 OK", [], "{\"id\":\"7\",\"status\":\"inProgress\"}")
      }
      return .reply("200 OK", [], "{\"id\":\"\(Self.team)\",\"displayName\":\"IT\"}")
    }
    let shell = try ShellTerminal(
      home: home, environment: BadAnswerTests.environment(home, server.root),
      prompt: "p{number}:> ", columns: 160)
    try shell.prompt()
    shell.type("channel create Suppliers --kind shared --team \(Self.team)\r")
    try shell.terminal.wait { $0.screen.text.contains("s so far: Creating the channel Suppliers") }
    shell.type("\u{3}")
    let said = try shell.prompt()
    #expect(said.contains("Graph goes on with it."))
    #expect(said.contains("graph get \"/teams/\(Self.team)/operations/7\""))
    #expect(!shell.terminal.screen.text.contains("s so far"))
    #expect(try shell.run("echo \"status $?\"").contains("status 130"))
    #expect(try shell.run("journal list --jq .result").contains("done"))
  }
}
