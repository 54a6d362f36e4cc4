import CommandKit
import Documents
import Foundation
import Records
import TestSupport
import Testing

/// The profile's hook for incidents, on every way by which one changes.
struct IncidentHookTests {
  @Test func `it hears of what happens to an incident, in order`() async throws {
    let home = try TemporaryHome()
    let file = home.file("heard")
    try home.write(
      """
      default: t
      profiles:
        t:
          incident-hook: cat >> \(file); echo >> \(file)
      """, to: "config.yaml")
    let session = try TestSession(home: home)
    for line in [
      "incident create 'Mail is down' --severity High", "incident note 1 'It is $(exit 9)'",
      "incident update 1 --owner Adele", "incident close 1 --yes", "incident restore 1",
      "incident create tried --dry-run",
    ] {
      #expect(await session.run(line) == .done, "\(line): \(session.errors.text)")
    }
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    let heard = try lines.map { try JSON(parsing: String($0)) }
    #expect(
      heard.compactMap { $0["event"]?.string } == [
        "opened", "noted", "changed", "closed", "reopened",
      ])
    #expect(heard.allSatisfy { $0.value(at: "incident.name")?.string == "Mail is down" })
    #expect(heard.dropFirst().first?.value(at: "note.text")?.string == "It is $(exit 9)")
  }

  @Test func `one that fails is told, and the incident is opened all the same`() async throws {
    let home = try TemporaryHome()
    try home.write(
      "default: t\nprofiles:\n  t:\n    incident-hook: exit 4\n", to: "config.yaml")
    let session = try TestSession(home: home)
    #expect(await session.run("incident create 'Mail is down'") == .partly)
    #expect(session.errors.text.contains("The incident-hook ended with code 4."))
    #expect(try session.workspace.incidents().incidents().count == 1)
  }

  @Test func `a restricted session starts none`() async throws {
    let home = try TemporaryHome()
    let file = home.file("heard")
    try home.write(
      "default: t\nprofiles:\n  t:\n    incident-hook: touch \(file)\n", to: "config.yaml")
    let session = try TestSession(home: home) { $0.options.isRestricted = true }
    #expect(await session.run("incident create 'Mail is down'") == .done)
    #expect(!FileManager.default.fileExists(atPath: file))
  }
}
