import Foundation
import Records
import TestSupport
import Testing

/// Several connections of several processes to one file.
struct SharedFileTests {
  @Test func `a second connection leaves the first one's locks alone`() throws {
    let home = try TemporaryHome()
    let path = home.file("incidents.sqlite")
    let first = try IncidentStore.open(at: path)
    _ = try first.create(Incident.Draft(name: "before"), at: Date())
    _ = try IncidentStore.open(at: path).incidents()
    // Another process that is the last one, as it believes, empties the log and removes it.
    let child = try ChildProcess(
      "/usr/bin/sqlite3", [path, "SELECT count(*) FROM incident"],
      environment: ["PATH": "/usr/bin:/bin"])
    #expect(try child.waitForExit() == 0)
    #expect(FileManager.default.fileExists(atPath: path + "-wal"))
    _ = try first.create(Incident.Draft(name: "after"), at: Date())
    #expect(try IncidentStore.open(at: path).incidents().map(\.name) == ["after", "before"])
  }

  @Test func `a link in the place of the file is not followed`() throws {
    let home = try TemporaryHome()
    let target = try home.write("mine", to: "target")
    let path = home.file("incidents.sqlite")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    #expect(throws: RecordsError.self) { try IncidentStore.open(at: path) }
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "mine")
  }
}
