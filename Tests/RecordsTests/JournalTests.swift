import Documents
import Foundation
import Testing

@testable import Records

struct JournalTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "journal-\(UUID().uuidString)").path
  private let now = Date(timeIntervalSince1970: 1_790_000_000)

  private var journal: Journal { Journal(path: "\(folder)/journal.ndjson") }

  private func deed(_ name: String) -> Deed {
    Deed(
      identity: "person", account: "megan@contoso.com", command: "channel create",
      method: "POST", template: "/teams/{}/channels",
      targets: [Deed.Target(id: "1", name: name)])
  }

  @Test func `a deed and its outcome are read back as one entry`() throws {
    let journal = journal
    let key = try journal.intend(deed("Contoso IT"), at: now)
    try journal.conclude(key, DeedOutcome(.done, status: 201, requestID: "r"), at: now)
    let entry = try #require(try journal.entries().first)
    #expect(entry.result == "done")
    #expect(entry.document["requestId"]?.string == "r")
    #expect(entry.document["targets"]?.array?.first?["name"]?.string == "Contoso IT")
  }

  @Test func `a deed of a process that is still there is left alone`() throws {
    let journal = journal
    _ = try journal.intend(deed("a"), at: now)
    #expect(try journal.settleUnfinished(at: now).isEmpty)
    #expect(try journal.entries().first?.result == "unknown")
  }

  @Test func `what a dead process left is settled once`() throws {
    let journal = journal
    let key = try journal.intend(deed("a"), at: now)
    let text = try String(contentsOfFile: journal.path, encoding: .utf8)
    let own = "\"pid\":\(ProcessInfo.processInfo.processIdentifier)"
    try text.replacing(own, with: "\"pid\":2147483646")
      .write(toFile: journal.path, atomically: true, encoding: .utf8)
    let later = self.journal
    #expect(try later.settleUnfinished(at: now).map(\.key) == [key])
    #expect(try later.settleUnfinished(at: now).isEmpty)
  }

  @Test func `a line cut short by a crash spoils neither itself nor the next one`() throws {
    let first = journal
    let key = try first.intend(deed("a"), at: now)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: first.path))
    try file.seekToEnd()
    try file.write(contentsOf: Data("{\"event\":\"outco".utf8))
    try file.close()
    let second = journal
    let next = try second.intend(deed("b"), at: now)
    #expect(try second.entries().map(\.key) == [key, next])
  }

  @Test func `the file is for its owner only`() throws {
    let journal = journal
    _ = try journal.intend(deed("a"), at: now)
    let mode = try FileManager.default.attributesOfItem(atPath: journal.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `a folder that cannot be made is said`() throws {
    let journal = Journal(path: "/proc/none/journal.ndjson")
    #expect(throws: JournalError.self) { try journal.intend(deed("a"), at: now) }
  }

  @Test func `lines of two journals on one file do not mix`() async throws {
    let path = journal.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<2 {
        group.addTask {
          let journal = Journal(path: path)
          for number in 0..<100 { _ = try journal.intend(deed("\(number)"), at: now) }
        }
      }
      try await group.waitForAll()
    }
    #expect(try journal.entries().count == 200)
  }
}
