import Documents
import Foundation
import GRDB
import Testing

@testable import Records

struct InboxTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "inbox-\(UUID().uuidString)").path
  private let now = Date(timeIntervalSince1970: 1_790_000_000)
  private var path: String { "\(folder)/inbox.sqlite" }
  /// A process that is gone: no system counts that far.
  private let gone = ProcessIdentity(process: 2_147_483_646)

  private func inbox() throws -> Inbox { try Inbox.open(at: path).inbox }

  private func arriving(_ key: String, at time: Date? = nil) -> ArrivingActivity {
    ArrivingActivity(key: key, receivedAt: time ?? now, text: "{\"id\":\"\(key)\"}")
  }

  @Test func `what was stored is read back in its order`() async throws {
    let inbox = try inbox()
    #expect(try await inbox.store([arriving("a"), arriving("b")]) == [true, true])
    let all = try inbox.activities(after: 0)
    #expect(all.map(\.key) == ["a", "b"])
    #expect(all.first?.document["id"]?.string == "a")
    #expect(all.first?.receivedAt == now)
    #expect(try inbox.activities(after: all[0].number).map(\.key) == ["b"])
    #expect(try inbox.newestNumber() == all[1].number)
  }

  @Test func `a redelivery is known, within a batch and after it`() async throws {
    let inbox = try inbox()
    #expect(try await inbox.store([arriving("a"), arriving("a")]) == [true, false])
    #expect(try await self.inbox().store([arriving("a"), arriving("b")]) == [false, true])
    #expect(try inbox.activities(after: 0).map(\.key) == ["a", "b"])
  }

  @Test func `the file is its owner's alone`() throws {
    _ = try inbox()
    for (path, mode) in [(path, 0o600), (folder, 0o700)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode)
    }
  }

  @Test func `one of two claims an activity, and it is finished once`() async throws {
    let (one, other) = (try inbox(), try inbox())
    _ = try await one.store([arriving("a")])
    let number = try one.newestNumber()
    let stranger = try #require(ProcessIdentity("1:"))
    #expect(try one.claim([number]).map(\.claims) == [1])
    #expect(try other.claim([number], by: stranger).isEmpty)
    #expect(try one.finish([number], at: now) == 1)
    #expect(try other.finish([number], at: now) == 0)
    #expect(try one.claim([number]).isEmpty)
    #expect(try one.unhandled().isEmpty)
    #expect(try one.activities(after: 0).first?.isHandled == true)
  }

  @Test func `what a dead process had claimed is free, and says so`() async throws {
    let inbox = try inbox()
    _ = try await inbox.store([arriving("a")])
    let number = try inbox.newestNumber()
    #expect(try inbox.claim([number], by: gone).count == 1)
    #expect(try inbox.claim([number]).map(\.claims) == [2])
  }

  @Test func `a later process with the number of a dead one is another`() throws {
    let other = try #require(ProcessIdentity("\(ProcessIdentity.current.process):1"))
    #expect(!other.isAlive)
    #expect(ProcessIdentity.current.isAlive)
    #expect(!gone.isAlive)
  }

  @Test func `only who claimed it gives an activity back`() async throws {
    let inbox = try inbox()
    _ = try await inbox.store([arriving("a")])
    let number = try inbox.newestNumber()
    let stranger = try #require(ProcessIdentity("1:"))
    _ = try inbox.claim([number], by: stranger)
    try inbox.release([number])
    #expect(try inbox.claim([number]).isEmpty)
    try inbox.release([number], by: stranger)
    #expect(try inbox.claim([number]).count == 1)
  }

  @Test func `the revision changes with what this and other connections write`() async throws {
    let (reader, writer) = (try inbox(), try inbox())
    var seen = try reader.revision()
    #expect(try reader.revision() == seen)
    _ = try await writer.store([arriving("a")])
    #expect(try reader.revision() != seen)
    seen = try reader.revision()
    _ = try await reader.store([arriving("b")])
    #expect(try reader.revision() != seen)
  }

  @Test func `what is old goes, and its number is not given again`() async throws {
    let inbox = try inbox()
    _ = try await inbox.store([
      arriving("old", at: now - 100), arriving("done", at: now - 10),
      arriving("open", at: now - 10),
    ])
    try inbox.finish([2], at: now)
    #expect(try inbox.prune(handledBefore: now - 5, allBefore: now - 50) == 2)
    #expect(try inbox.activities(after: 0).map(\.key) == ["open"])
    try inbox.finish([3], at: now)
    try inbox.prune(handledBefore: now, allBefore: now)
    _ = try await inbox.store([arriving("new")])
    #expect(try inbox.newestNumber() == 4)
    #expect(try inbox.counts() == Inbox.Counts(all: 1, unhandled: 1))
  }

  @Test func `the endpoint's status is what was written last`() throws {
    let inbox = try inbox()
    #expect(try inbox.endpointStatus() == nil)
    var status = EndpointStatus(
      url: "http://127.0.0.1:1", port: 1, botID: "b", startedAt: now)
    try inbox.record(status)
    status.refused = 3
    status.lastRefusal = "expired token"
    status.lastRefusedAt = now
    status.endedAt = now
    try inbox.record(status)
    #expect(try inbox.endpointStatus() == status)
  }

  @Test func `a damaged file is moved aside only for who may`() async throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try String(repeating: "no database ", count: 1000)
      .write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: RecordsError.self) { try Inbox.open(at: path) }
    let (inbox, wasDamaged) = try Inbox.open(at: path, setsDamagedAside: true)
    #expect(wasDamaged)
    #expect(try await inbox.store([arriving("a")]) == [true])
    #expect(FileManager.default.fileExists(atPath: path + ".damaged"))
  }

  @Test func `a file of a newer version is left alone`() throws {
    let inbox = try inbox()
    try inbox.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    let error = #expect(throws: RecordsError.self) {
      try Inbox.open(at: path, setsDamagedAside: true)
    }
    #expect(error?.code == .newer)
  }

  @Test func `the lock of a folder is one process's, and free when it is dropped`() throws {
    var lock = try EndpointLock.take(in: folder)
    #expect(lock != nil)
    #expect(EndpointLock.isTaken(in: folder))
    #expect(try EndpointLock.take(in: folder) == nil)
    lock = nil
    #expect(!EndpointLock.isTaken(in: folder))
    #expect(try EndpointLock.take(in: folder) != nil)
    #expect(!EndpointLock.isTaken(in: folder + "/nowhere"))
  }
}
