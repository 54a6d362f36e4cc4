import Foundation
import Glibc
import TestSupport
import Testing

/// The hard case of a line editor, at the real prompt: a long line, a notice and a narrower window.
struct DisturbanceTests {
  private static let text = "市场部 😀 会议 你好世界 and some more text, 第三行 with 😀😀 emoji in it, to the end"
  private static let line = "echo \"\(text)\""

  @Test func `a three-row line survives a notice and a narrower window, on screen and when run`()
    throws
  {
    let home = try Home()
    let server = try ScriptedServer { _ in
      .reply("200 OK", [], "{\"value\":[{\"id\":\"1\",\"displayName\":\"One\"}]}")
    }
    let environment = BadAnswerTests.environment(home, server.root)
    let cache = try SlowCache(in: home, environment: environment)
    let shell = try ShellTerminal(
      home: home, environment: environment, prompt: "p{number}:> ", columns: 40)
    let terminal = shell.terminal
    try terminal.wait(for: "p1:> ")
    shell.type(Self.line)
    try terminal.wait { $0.screen.text.hasSuffix(ShownRows.of("p1:> " + Self.line, columns: 40)) }
    #expect(terminal.screen.text.split(separator: "\n").count >= 3)
    let back = 30
    shell.type(String(repeating: "\u{1B}[D", count: back))
    let middle = Self.line.index(Self.line.endIndex, offsetBy: -back)
    try terminal.wait { $0.screen.cursorRow == 1 }

    cache.release()
    let notice = "The cache was damaged. It was set aside, and a new one begun."
    try terminal.wait(described: "the notice above the whole line") {
      let text = $0.screen.text
      return text.replacing("\n", with: "").contains(notice)
        && text.hasSuffix(ShownRows.of("p1:> " + Self.line, columns: 40))
    }
    terminal.resize(columns: 26, rows: 24)
    try terminal.wait { $0.screen.text.hasSuffix(ShownRows.of("p1:> " + Self.line, columns: 26)) }

    shell.type("MITTE")
    let expected = Self.line[..<middle] + "MITTE" + Self.line[middle...]
    let shown = ShownRows.of("p1:> " + expected, columns: 26)
    try terminal.wait { $0.screen.text.hasSuffix(shown) }
    shell.type("\r")
    try terminal.wait(for: "p2:> ")
    let printed = String(expected.dropFirst(6).dropLast())
    #expect(terminal.screen.text.contains(shown + "\n" + ShownRows.of(printed, columns: 26)))
    #expect(
      terminal.screen.text.split(separator: "p1:> ", omittingEmptySubsequences: false).count == 2)
    #expect(home.text(of: "history").contains(printed))
  }
}

/// A damaged cache whose damage is found when the test says so.
///
/// The shell opens its cache behind the first prompt, while no other process opens one in that
/// folder; what it finds there it says above whatever is being typed. The test holds the folder.
private final class SlowCache {
  private let folder: Int32

  init(in home: Home, environment: [String: String]) throws {
    _ = try Run(["-c", "team list"], in: environment)
    try home.damageCache()
    folder = unsafe open(home.path, O_RDONLY | O_CLOEXEC)
    guard flock(folder, LOCK_EX) == 0 else { throw POSIXError(.EIO) }
  }

  deinit {
    close(folder)
  }

  /// Lets the shell see what is there.
  func release() {
    flock(folder, LOCK_UN)
  }
}
