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

  @Test func `blank lines are not kept`() throws {
    let history = History(path: path)
    for text in ["", "   ", "\n", "kept"] { try add(history, text) }
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
    try History(path: path).remove { $0 == "one" }
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("{\"time\":2,\"te\n"))
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

  @Test func `a search minds case only when a capital is typed`() {
    let texts = ["team list", "Team show", "user list"]
    #expect(texts.filter(SmartCase("team").matches) == ["team list", "Team show"])
    #expect(texts.filter(SmartCase("Team").matches) == ["Team show"])
    #expect(texts.filter(SmartCase("").matches) == texts)
  }

  @Test func `lines of this session are recalled before those of other shells`() throws {
    try add(History(path: path), "old")
    let history = History(path: path)
    try add(history, "mine")
    try add(History(path: path), "other")
    #expect(history.recall() == ["mine", "other", "old"])
    try add(history, "old")
    #expect(history.recall() == ["old", "mine", "other"])
    #expect(history.ownEntries.map(\.text) == ["mine", "old"])
  }

  @Test(arguments: [
    ("TEAM", ["TEAM"]), ("Team", ["Team Show"]), ("team", ["TEAM", "team list", "Team Show"]),
    ("", ["TEAM", "team list", "Team Show", "user"]),
  ])
  func `Up minds case only when a capital is typed`(typed: String, found: [String]) {
    var walk = HistoryRecall(lines: ["TEAM", "team list", "Team Show", "user"], typed: typed)
    var walked: [String] = []
    while let line = walk.older() { walked.append(line) }
    #expect(walked == found.filter { $0 != typed })
  }

  @Test func `a line for this session only is recalled, listed in its order, and in no file`()
    throws
  {
    let history = History(path: path)
    try history.append(HistoryEntry(time: 1, text: "one"))
    try history.append(HistoryEntry(time: 2, text: "login --secret ***"), for: .session)
    try history.append(HistoryEntry(time: 3, text: "three"))
    #expect(history.entries().map(\.text) == ["one", "login --secret ***", "three"])
    #expect(history.recall().count == 3)
    #expect(History(path: path).entries().map(\.text) == ["one", "three"])
  }

  @Test func `what was typed in private is gone when that ends`() throws {
    let history = History(path: path)
    try history.append(HistoryEntry(time: 1, text: "open"))
    try history.append(HistoryEntry(time: 2, text: "hidden"), for: .privacy)
    #expect(history.recall() == ["hidden", "open"])
    history.endPrivacy()
    #expect(history.recall() == ["open"])
    #expect(history.entries().map(\.text) == ["open"])
  }

  @Test func `a hint goes on from what is typed, of the same tenant and without secrets`() throws {
    try History(path: path).append(HistoryEntry(time: 1, tenant: "a", text: "team list --limit 3"))
    try History(path: path).append(HistoryEntry(time: 2, tenant: "b", text: "team list --raw"))
    let history = History(path: path)
    #expect(history.hint(for: "team l", tenant: "a") == "team list --limit 3")
    try history.append(
      HistoryEntry(time: 3, tenant: "a", text: "team list password=x"), for: .session)
    #expect(history.hint(for: "team l", tenant: "a") == "team list --limit 3")
    try history.append(HistoryEntry(time: 4, tenant: "a", text: "team ls"))
    #expect(history.hint(for: "team l", tenant: "a") == "team ls")
    #expect(history.hint(for: "team ls", tenant: "a") == nil)
    #expect(history.hint(for: "team l", tenant: nil) == nil)
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
}
