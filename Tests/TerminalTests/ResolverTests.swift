import Foundation
import Glibc
import TestSupport
import Testing

/// A resolver that never answers: Ctrl-C gives the shell back at once, though a thread hangs in it.
struct ResolverTests {
  private static let asked = "[asked for graph.example]\n"

  private static func environment(of home: Home) throws -> [String: String] {
    let library = BuiltProduct.path(of: "libHangingResolver.so")
    try #require(FileManager.default.fileExists(atPath: library))
    return BadAnswerTests.environment(home, "https://graph.example")
      .merging(["LD_PRELOAD": library]) { $1 }
  }

  private static let comfort = "The interrupted write was not carried out.\n"

  @Test(arguments: [("team list", ""), ("graph post /teams/1/x {}", comfort)])
  func `a line that waits for the resolver ends at Ctrl-C with code 130, and nothing was sent`(
    line: String, comfort: String
  ) throws {
    let home = try Home()
    let errors = try ChildProcess.pipe()
    let shell = try ChildProcess(
      Product.shell(), ["-c", line], environment: Self.environment(of: home),
      errors: errors.writing.fileDescriptor)
    try errors.writing.close()
    var said = ""
    while !said.hasSuffix(Self.asked) {
      let piece = errors.reading.availableData
      try #require(!piece.isEmpty, "\(said)")
      said += String(decoding: piece, as: UTF8.self)
    }
    #expect(kill(shell.process, SIGINT) == 0)
    #expect(try shell.waitForExit(seconds: 10) == 130)
    let rest = String(decoding: errors.reading.readDataToEndOfFile(), as: UTF8.self)
    #expect(said == Self.asked)
    #expect(rest == comfort + "teamsh: -c:1:1: Interrupted.\n")
    let journal = home.text(of: "journal.ndjson")
    #expect(journal.contains("\"result\":\"refused\"") == !comfort.isEmpty)
    #expect(!journal.contains("\"result\":\"unknown\""))
  }

  @Test func `at the prompt Ctrl-C brings the next prompt, and exit ends at once`() throws {
    let home = try Home()
    let shell = try ShellTerminal(home: home, environment: Self.environment(of: home))
    try shell.prompt()
    shell.type("graph get /me\r")
    try shell.terminal.wait(for: "[asked for graph.example]")
    shell.type("\u{3}")
    try shell.prompt()
    #expect(try shell.run("echo alive").contains("alive"))
    shell.type("exit\r")
    #expect(try shell.terminal.waitForExit() == 0)
  }
}
