import CommandKit
import Documents
import Foundation
import TestSupport
import Testing

@testable import Commands

struct HookTests {
  private let document: JSON = ["event": "activity"]

  private func hook(
    _ command: String, environment: [String: String] = ["PATH": "/usr/bin:/bin"],
    longest: Duration = .seconds(20)
  ) -> Hook {
    Hook("activity-hook", command: command, environment: environment, longest: longest)
  }

  @Test func `it gets the document on its standard input`() async throws {
    let home = try TemporaryHome()
    try await hook("cat > \(home.file("heard"))").run(document)
    #expect(try String(contentsOfFile: home.file("heard"), encoding: .utf8) == document.text())
  }

  @Test func `it inherits nothing of this program's own`() async throws {
    let home = try TemporaryHome()
    let environment = ["PATH": "/usr/bin:/bin", "TEAMSH_ACCESS_TOKEN": "secret", "OTHER": "kept"]
    try await hook("env > \(home.file("env"))", environment: environment).run(document)
    let text = try String(contentsOfFile: home.file("env"), encoding: .utf8)
    #expect(text.contains("OTHER=kept") && !text.contains("TEAMSH_"))
  }

  @Test func `one that fails is told with its last words`() async {
    await #expect(
      throws: HookFault.failed(hook: "activity-hook", code: 3, lastWords: "no ␛ ticket")
    ) {
      try await hook("echo first; printf 'no \\033 ticket\\n' >&2; exit 3").run(document)
    }
  }

  @Test func `one that hangs is ended, and what it started with it`() async throws {
    let home = try TemporaryHome()
    let file = home.file("pid")
    await #expect(throws: HookFault.hung(hook: "activity-hook", seconds: 1)) {
      try await hook("sleep 600 & echo $! > \(file); wait", longest: .seconds(1)).run(document)
    }
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let child = try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    // A zombie that nobody of this process's own can reap counts as ended.
    let state = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)
    #expect(state == nil || state?.contains(") Z ") == true)
  }

  @Test func `one that prints without end is ended`() async {
    await #expect(throws: HookFault.flooded(hook: "activity-hook", bytes: 65_536)) {
      try await hook("yes").run(document)
    }
  }

  @Test func `a program that it leaves behind is not waited for`() async throws {
    let clock = ContinuousClock()
    let start = clock.now
    try await hook("setsid sleep 60 &").run(document)
    #expect(clock.now - start < .seconds(30))
  }

  @Test func `one that reads nothing is no failure, however long the document`() async throws {
    let long: JSON = ["text": .string(String(repeating: "x", count: 2_000_000))]
    try await hook("true").run(long)
  }

  @Test func `a program that is not there has a code of its own`() async {
    await #expect(throws: HookFault.self) { try await hook("no-such-program-here").run(document) }
  }
}
