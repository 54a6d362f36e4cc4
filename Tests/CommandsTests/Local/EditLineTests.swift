import CommandKit
import Foundation
import Synchronization
import TestSupport
import Testing

/// `edit`, with an editor that keeps what it is given.
struct EditLineTests {
  /// Stands in for the line editor.
  private final class Composer: LineComposer {
    let given = Mutex<[String]>([])
    let answers: Bool

    init(answers: Bool = true) { self.answers = answers }

    func compose(_ text: String) async -> Bool {
      given.withLock { $0.append(text) }
      return answers
    }
  }

  /// Earlier lines, oldest first.
  private struct Lines: HistoryRecord {
    let texts: [String]

    func entries(_ query: HistoryQuery) -> [HistoryEntry] {
      texts.filter { query.pattern.map($0.contains) ?? true }.suffix(query.limit).map {
        HistoryEntry(time: .now, tenant: nil, place: "/", status: 0, duration: 0, text: $0)
      }
    }

    func delete(_ pattern: String) {}
    func clear() {}
    func endPrivacy() {}
  }

  private static let lines = [
    "team list", "member add a", "member add a b", "echo 'two\nlines'", "edit", "edit team",
  ]

  private func session(
    _ composer: Composer?, lines: [String] = lines, isInteractive: Bool = true,
    isRestricted: Bool = false
  ) throws -> TestSession {
    let session = try TestSession {
      $0.isInteractive = isInteractive
      $0.options.isRestricted = isRestricted
    }
    session.workspace.connect(history: Lines(texts: lines), composer: composer)
    return session
  }

  @Test(arguments: [
    ("edit", "echo 'two\nlines'"), ("edit 'member add'", "member add a b"),
    ("edit 'member add a'", "member add a"), ("edit team", "team list"),
  ])
  func `it opens the last line, or the newest that holds a text`(line: String, text: String)
    async throws
  {
    let composer = Composer()
    #expect(await (try session(composer)).run(line) == .done)
    #expect(composer.given.withLock { $0 } == [text])
  }

  @Test func `without an earlier line it opens nothing, and one that is not there is not found`()
    async throws
  {
    let composer = Composer()
    let session = try session(composer, lines: [])
    #expect(await session.run("edit") == .done)
    #expect(await session.run("edit x") == .notFound)
    #expect(composer.given.withLock { $0 } == [""])
  }

  @Test func `an editor that fails is said to`() async throws {
    let session = try session(Composer(answers: false))
    #expect(await session.run("edit") == .failed)
    #expect(session.errors.text.hasPrefix("No line came back from the editor."))
  }

  @Test func `a script, a terminal that edits nothing and a restricted session refuse it`()
    async throws
  {
    let composer = Composer()
    let script = try session(composer, isInteractive: false)
    #expect(await script.run("edit") == .usage)
    #expect(
      script.errors.text.hasPrefix("edit works only at a prompt where lines are edited."))
    #expect(await (try session(nil)).run("edit") == .usage)
    #expect(await (try session(composer, isRestricted: true)).run("edit") == .permission)
    #expect(composer.given.withLock { $0 }.isEmpty)
  }
}
