import Cache
import Foundation
import GRDB
import Testing

struct CacheFileTests {
  private let folder = TemporaryFolder()
  private let team = CachedEntry(kind: .teams, id: "t", name: "Sales", cachedAt: .distantPast)

  @Test func `only its owner may read the file and look into the folder`() throws {
    let opened = try TenantCache.open(at: folder.file)
    try opened.cache.store([team], kind: .teams, isComplete: true)
    #expect(opened.setAside == nil)
    #expect(try folder.mode(of: folder.path + "/deep") == 0o700)
    for part in ["", "-wal", "-shm"] {
      #expect(try folder.mode(of: folder.file + part) == 0o600, "\(part)")
    }
  }

  @Test func `wider rights are mended`() throws {
    _ = try TenantCache.open(at: folder.file)
    let wide: [FileAttributeKey: Any] = [.posixPermissions: 0o644]
    try FileManager.default.setAttributes(wide, ofItemAtPath: folder.file)
    _ = try TenantCache.open(at: folder.file)
    #expect(try folder.mode(of: folder.file) == 0o600)
  }

  @Test func `a name tells accounts apart and names none`() {
    func path(_ host: String, _ account: String) -> String {
      TenantCache.path(
        in: "/c", authority: "https://login", host: host, tenant: "contoso", account: account)
    }
    #expect(path("h", "a") != path("h", "b"))
    #expect(path("h", "a") != path("ha", ""))
    #expect(path("h", "a") == path("H", "A"))
    #expect(!path("h", "megan").contains("megan"))
    #expect(path("h", "a").wholeMatch(of: /\/c\/[0-9a-f]{64}\.sqlite/) != nil)
  }

  @Test(arguments: [0, 20, 100, 4096, 8000])
  func `a damaged file is moved aside for a fresh one`(from offset: Int) throws {
    try TenantCache.open(at: folder.file).cache.store([team], kind: .teams, isComplete: true)
    try checkpoint()
    var bytes = try Data(contentsOf: URL(filePath: folder.file))
    for index in offset..<max(bytes.count, offset) { bytes[index] = 0x5A }
    try bytes.write(to: URL(filePath: folder.file))

    let opened = try TenantCache.open(at: folder.file)
    let cache = opened.cache
    if opened.setAside == .damaged {
      #expect(FileManager.default.fileExists(atPath: folder.file + ".damaged"))
    } else {
      // Damage that only a read finds is told by that read, and mended by the next opening.
      let error = #expect(throws: CacheError.self) { try cache.summary() }
      #expect(error?.code == .damaged)
      #expect(cache.wasDamaged && !cache.isInPlace)
    }
    let next = try TenantCache.open(at: folder.file).cache
    try next.store([team], kind: .teams, isComplete: true)
    #expect(try next.entries(.teams) == [team])
    try next.clear()
    #expect(!FileManager.default.fileExists(atPath: folder.file + ".damaged"))
  }

  @Test func `a new file has large pages, and one of small pages is used as it is`() throws {
    func pageSize() throws -> Int? {
      try DatabaseQueue(path: folder.file).read { try Int.fetchOne($0, sql: "PRAGMA page_size") }
    }
    _ = try TenantCache.open(at: folder.file)
    #expect(try pageSize() == 16384)
    try FileManager.default.removeItem(atPath: folder.path)
    try FileManager.default.createDirectory(
      atPath: folder.path + "/deep", withIntermediateDirectories: true)
    try DatabaseQueue(path: folder.file).write { try $0.execute(sql: "CREATE TABLE x (y)") }
    let cache = try TenantCache.open(at: folder.file).cache
    try cache.store([team], kind: .teams, isComplete: true)
    #expect(try pageSize() == 4096)
    #expect(try TenantCache.open(at: folder.file).cache.entries(.teams) == [team])
  }

  @Test func `a file of text is no cache`() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/deep", withIntermediateDirectories: true)
    try String(repeating: "nonsense ", count: 1000).write(
      toFile: folder.file, atomically: true, encoding: .utf8)
    #expect(try TenantCache.open(at: folder.file).setAside == .damaged)
    #expect(try TenantCache.open(at: folder.file).setAside == nil)
  }

  @Test func `a file of a newer version is moved aside for a fresh one, and not twice`() throws {
    let old = try TenantCache.open(at: folder.file).cache
    try old.store([team], kind: .teams, isComplete: true)
    try DatabaseQueue(path: folder.file).write { try $0.execute(sql: "PRAGMA user_version = 99") }
    let opened = try TenantCache.open(at: folder.file)
    #expect(opened.setAside == .newer)
    #expect(try opened.cache.summary().isEmpty)
    #expect(!old.isInPlace && opened.cache.isInPlace)
    #expect(!old.wasDamaged)
    #expect(FileManager.default.fileExists(atPath: folder.file + ".newer"))
    #expect(try TenantCache.open(at: folder.file).setAside == nil)
    try opened.cache.clear()
    #expect(!FileManager.default.fileExists(atPath: folder.file + ".newer"))
  }

  @Test func `a file of an older version keeps its entries`() throws {
    let cache = try TenantCache.open(at: folder.file).cache
    try cache.store([team], kind: .teams, isComplete: true)
    try DatabaseQueue(path: folder.file).write { db in
      try db.execute(
        sql: """
          ALTER TABLE collection DROP COLUMN changes;
          ALTER TABLE collection DROP COLUMN cutAt;
          ALTER TABLE entry DROP COLUMN note;
          DROP TABLE recent;
          PRAGMA user_version = 1;
          """)
    }
    let opened = try TenantCache.open(at: folder.file)
    #expect(opened.setAside == nil)
    #expect(try opened.cache.entries(.teams) == [team])
    #expect(try opened.cache.followed(.teams) == nil)
  }

  @Test(arguments: ["/dev/null/x/cache.sqlite", "/proc/cache.sqlite"])
  func `a place that cannot be written is an error, and memory does instead`(path: String) throws {
    let error = #expect(throws: CacheError.self) { try TenantCache.open(at: path) }
    #expect(error?.code == .unwritable)
    #expect(error?.path == path)
    let cache = try TenantCache.inMemory()
    try cache.store([team], kind: .teams, isComplete: true)
    #expect(try cache.index(.teams).search("sal", limit: 1).total == 1)
    #expect(try cache.entries(.teams, named: "sales") == [team])
    try cache.clear()
  }

  @Test func `what was cleared is not left in the file`() throws {
    let cache = try TenantCache.open(at: folder.file).cache
    let secret = CachedEntry(kind: .people, id: "p", name: "Verysecretname", cachedAt: .distantPast)
    try cache.store([secret], kind: .people, isComplete: true)
    try cache.clear()
    for part in ["", "-wal"] {
      let bytes = (try? Data(contentsOf: URL(filePath: folder.file + part))) ?? Data()
      #expect(bytes.range(of: Data("Verysecretname".utf8)) == nil, "\(part)")
    }
  }

  private func checkpoint() throws {
    try DatabaseQueue(path: folder.file).writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }
}
