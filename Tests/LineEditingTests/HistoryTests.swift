import Foundation
import Glibc
import Testing

@testable import LineEditing

struct HistoryTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/history-\(UUID().uuidString)"
  private var path: String { folder + "/data/history" }

  private func add(_ history: History, _ text: String) throws {
    try history.append(HistoryEntry(time: 1, context: "Contoso IT", status: 5, text: text))
  }

  private func mode(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func `a line outlives its shell with all that is known of it`() throws {
    let entry = HistoryEntry(
      time: 1_764_000_000.25, context: "Café/日本", status: 4, duration: 0.5, text: "a \"b\"\nc\\")
    try History(path: path).append(entry)
    #expect(History(path: path).entries(limit: 10) == [entry])
  }

  @Test func `only its owner can read it`() throws {
    try add(History(path: path), "secret plans")
    #expect(try mode(of: path) == 0o600)
    #expect(try mode(of: folder + "/data") == 0o700)
  }

  @Test func `lines that begin with a space, and empty ones, are not kept`() throws {
    let history = History(path: path)
    for text in [" private", "", "   ", "kept"] { try add(history, text) }
    #expect(history.entries(limit: 10).map(\.text) == ["kept"])
    #expect(history.recall() == ["kept"])
  }

  @Test func `damaged and unknown lines are skipped, and stay`() throws {
    try add(History(path: path), "one")
    let damage = "{\"text\":\u{FF}\n{\"future\":true}\n\n{\"time\":2,\"te"
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data(damage.utf8))
    try add(History(path: path), "two")
    #expect(History(path: path).entries(limit: 10).map(\.text) == ["one", "two"])
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains(damage + "\n"))
  }

  @Test func `many shells at once lose nothing`() async throws {
    await withTaskGroup(of: Void.self) { group in
      for shell in 0..<4 {
        group.addTask {
          let history = History(path: path)
          for line in 0..<50 { try? add(history, "shell \(shell) line \(line)") }
        }
      }
    }
    let texts = History(path: path).entries(limit: 1000).map(\.text)
    #expect(Set(texts).count == 200)
    for shell in 0..<4 {
      let own = texts.filter { $0.hasPrefix("shell \(shell) ") }
      #expect(own == (0..<50).map { "shell \(shell) line \($0)" })
    }
  }

  @Test func `an unwritable file is said once and the lines are kept for the session`() throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try "a file where a folder should be".write(
      toFile: folder + "/data", atomically: true, encoding: .utf8)
    let history = History(path: path)
    let error = #expect(throws: LineEditingError.self) { try add(history, "one") }
    #expect(error?.code == .historyUnwritable)
    #expect(error?.path == path)
    try add(history, "two")
    #expect(history.entries(limit: 10).map(\.text) == ["one", "two"])
    #expect(history.recall() == ["two", "one"])
  }

  @Test func `each line is recalled once, newest first, and a restart changes nothing`() throws {
    let history = History(path: path)
    for text in ["a", "b", "a", "c"] { try add(history, text) }
    #expect(history.recall() == ["c", "a", "b"])
    #expect(History(path: path).recall() == ["c", "a", "b"])
  }

  @Test func `a search minds case only when a capital is typed`() throws {
    let history = History(path: nil)
    for text in ["team list", "Team show", "user list"] { try add(history, text) }
    #expect(history.search("team", limit: 9).map(\.text) == ["team list", "Team show"])
    #expect(history.search("Team", limit: 9).map(\.text) == ["Team show"])
    #expect(history.search("list", limit: 1).map(\.text) == ["user list"])
  }

  @Test func `Up walks through lines that begin as the typed one does, Down comes back`() {
    var walk = HistoryRecall(lines: ["team list", "user list", "team show"], typed: "team")
    #expect(walk.older() == "team list")
    #expect(walk.older() == "team show")
    #expect(walk.older() == nil)
    #expect(walk.newer() == "team list")
    #expect(walk.newer() == "team")
    #expect(walk.newer() == nil)
  }

  @Test func `a search narrows, goes on to older lines and stays at the oldest`() {
    var search = HistorySearch(lines: ["list teams", "list users", "show me"])
    #expect(search.match == nil)
    for scalar in "list".unicodeScalars { search.type(scalar) }
    #expect(search.match == "list teams")
    search.next()
    #expect(search.match == "list users")
    search.next()
    #expect(search.match == "list users")
    search.type("x")
    #expect(search.hasFailed)
    search.deleteBack()
    #expect(search.match == "list teams")
  }
}
