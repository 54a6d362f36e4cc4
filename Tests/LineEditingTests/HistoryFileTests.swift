import Foundation
import Glibc
import Testing

@testable import LineEditing

/// What the history's file goes through: trimmed, rewritten and read while others write.
struct HistoryFileTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/history-\(UUID().uuidString)"
  private var path: String { folder + "/history" }
  private var file: HistoryFile { HistoryFile(path: path) }

  private func fill(_ texts: [String]) throws {
    for text in texts { try file.append(HistoryEntry(time: 1, text: text)) }
  }

  private var contents: String {
    get throws { try String(contentsOfFile: path, encoding: .utf8) }
  }

  private func insert(_ line: String) throws {
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data((line + "\n").utf8))
  }

  @Test func `trimming drops the oldest entries, and keeps lines that nobody can read`() throws {
    try fill(["one"])
    try insert("{\"future\":[1]}")
    try fill((2...9).map { "line \($0)" })
    try file.trim(to: 4)
    #expect(try file.newest(99).map(\.text) == ["line 7", "line 8", "line 9"])
    #expect(try contents.hasPrefix("{\"future\":[1]}\n"))
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["history"])
  }

  @Test func `a file of no more lines than allowed stays untouched`() throws {
    try fill(["one", "two"])
    let before = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    try file.trim(to: 2)
    let after = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    #expect(before == after)
    try HistoryFile(path: folder + "/nothing").trim(to: 1)
    #expect(!FileManager.default.fileExists(atPath: folder + "/nothing"))
  }

  @Test func `removing takes all that fit, from a file behind a link too`() throws {
    try fill(["team list", "user list", "team show"])
    let link = folder + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    try HistoryFile(path: link).remove { $0.hasPrefix("team") }
    #expect(try file.newest(9).map(\.text) == ["user list"])
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
  }

  @Test func `clearing leaves an empty file, and none where none was`() throws {
    try fill(["one"])
    try insert("not ours")
    try file.clear()
    #expect(try contents.isEmpty)
    try HistoryFile(path: folder + "/nothing").clear()
    #expect(!FileManager.default.fileExists(atPath: folder + "/nothing"))
  }

  @Test func `lines added while others remove and trim are all there`() async throws {
    let file = file
    try fill(["first"])
    await withTaskGroup(of: Void.self) { group in
      for shell in 0..<3 {
        group.addTask {
          for line in 0..<60 {
            try? file.append(HistoryEntry(time: 1, text: "shell \(shell) line \(line)"))
          }
        }
      }
      group.addTask {
        for _ in 0..<60 {
          try? file.append(HistoryEntry(time: 1, text: "unwanted"))
          try? file.remove { $0 == "unwanted" }
        }
      }
    }
    #expect(try Set(file.newest(999).map(\.text)).count == 181)
  }

  @Test(arguments: [
    "plain", "a \"b\" \\ c", "two\nlines\tand\r\u{8}\u{C}", "日本 😀 é", "\u{1}\u{1F}\u{7F}", "/", "",
  ])
  func `a text comes back as it was written`(text: String) throws {
    let entry = HistoryEntry(
      time: 1_764_000_000.25, tenant: "contoso \"1\"", context: text, status: 130, duration: 0.001,
      text: text)
    try file.append(entry)
    #expect(try file.newest(1) == [entry])
    #expect(try file.recalled(1) == [Recalled(text: text, tenant: "contoso \"1\"")])
  }

  @Test(arguments: [
    "{\"text\":\"a\",\"time\":1}", "{ \"time\": 1, \"text\": \"\\u0061\" }",
    "{\"new\":\"x\",\"more\":null,\"text\":\"a\",\"time\":1e3,\"flag\":true}",
  ])
  func `a line written otherwise is understood`(line: String) throws {
    #expect(HistoryLine(Array(line.utf8), 0..<line.utf8.count).entry()?.text == "a")
  }

  @Test(arguments: [
    "", "{}", "[]", "{\"text\":\"a\"}", "{\"time\":1}", "{\"text\":\"a\",\"time\":1", "null",
    "{\"text\":\"a,\"time\":1}", "{\"text\":[\"a\"],\"time\":1}", "{\"text\":\"a\",\"time\":x}",
    "{\"text\":\"\\ud800\",\"time\":1}", "{\"text\":\"\\u00",
    "{\"text\":\"a\",\"time\":1,\"o\":{}}",
  ])
  func `a line that says nothing of ours is no entry`(line: String) throws {
    #expect(HistoryLine(Array(line.utf8), 0..<line.utf8.count).entry() == nil)
  }

  @Test func `the newest lines are found however long they are`() throws {
    let texts = (1...50).map { String(repeating: "long \($0) ", count: 100) }
    try fill(texts)
    #expect(try file.newest(3).map(\.text) == texts.suffix(3))
    #expect(try file.newest(.max).map(\.text) == texts)
  }
}
