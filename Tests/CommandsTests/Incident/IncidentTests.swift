import CommandKit
import Documents
import Records
import TestSupport
import Testing

/// Incidents at the prompt: opened, listed, stood at, changed and closed.
struct IncidentTests {
  @Test func `an incident lives without anybody being signed in`() async throws {
    let session = try TestSession()
    let opened = try await session.result(
      of: "incident create 'Mail is down' --severity high --label a --label b --owner 'Adele Vance'"
    )
    #expect(opened == "Opened incident 1, Mail is down.\n")
    _ = try await session.result(of: "incident note 1 'It is the certificate.'")
    let shown = try JSON(
      parsing: try await session.result(of: "incident show mail\\ is\\ down -o json"))
    #expect(shown["severity"]?.string == "High")
    #expect(shown["labels"]?.array?.count == 2)
    #expect(shown["notes"]?.array?.first?["text"]?.string == "It is the certificate.")
    #expect(shown["raw"] == .null)
    _ = try await session.result(of: "incident update 1 --remove-label a --owner '' --name Mail")
    #expect(try await session.result(of: "incident list -o ids") == "1\n")
    _ = try await session.result(of: "incident close 1 --reason Renewed --yes")
    #expect(try await session.result(of: "incident list -o ids").isEmpty)
    let closed = try JSON(parsing: try await session.result(of: "incident list --closed -o json"))
    #expect(closed.array?.first?["closeReason"]?.string == "Renewed")
    #expect(closed.array?.first?["owner"] == .null)
    #expect(await session.run("incident close 1 --yes") == .usage)
    #expect(try await session.result(of: "incident restore 1") == "Opened incident 1 again.\n")
  }

  @Test func `one stands at an incident, and goes away from it`() async throws {
    let session = try TestSession()
    _ = try await session.result(of: "incident create 'Mail is down'; use incident 1")
    #expect(session.workspace.place.path == "incident 1")
    #expect(session.workspace.place.kind == .incident)
    #expect(try await session.result(of: "echo $incident") == "1\n")
    _ = try await session.result(of: "incident note 'Seen.'")
    #expect(try await session.result(of: "ls --jq .text -o tsv").contains("Seen."))
    #expect(try await session.result(of: "context --jq .incident") == "1\n")
    _ = try await session.result(of: "incident update --name 'Mail is slow'")
    #expect(session.workspace.place.incident?.name == "Mail is slow")
    _ = try await session.result(of: "use ..")
    #expect(session.workspace.place == .nowhere)
    _ = try await session.result(of: "use -")
    #expect(session.workspace.place.path == "incident 1")
    _ = try await session.result(of: "use /; place=$(echo incident 1); use \"$place\"")
    #expect(session.workspace.place.path == "incident 1")
    #expect(await session.run("use incident 7") == .notFound)
    #expect(await session.run("use somewhere 1") == .usage)
  }

  @Test func `what works in the tenant finds no team, channel or chat at an incident`() async throws
  {
    let session = try TestSession()
    _ = try await session.result(of: "incident create 'Mail is down'; use incident 1")
    for line in ["channel list", "message list", "member list", "chat show"] {
      #expect(await session.run(line) == .usage, "\(line)")
    }
    #expect(await session.run("echo $team") != .done)
  }

  @Test func `nowhere, an incident has to be named, and an unknown one is none`() async throws {
    let session = try TestSession()
    #expect(await session.run("incident show") == .usage)
    #expect(session.errors.text.contains("Which incident?"))
    #expect(await session.run("incident show 1") == .notFound)
    #expect(await session.run("incident note 'alone'") == .usage)
    _ = try await session.result(of: "incident create 'Mail is down'")
    _ = try await session.result(of: "incident note --incident 1 Seen")
    #expect(
      try await session.result(of: "incident list; incident show %1 --jq .number").hasSuffix("1\n"))
  }

  @Test func `a dry run and a read-only session change no records`() async throws {
    let session = try TestSession()
    _ = try await session.result(of: "incident create 'Mail is down' --dry-run")
    #expect(try session.workspace.knownIncidents() == nil)
    _ = try await session.result(of: "incident create 'Mail is down'")
    for line in ["note 1 Seen", "update 1 --severity low", "close 1"] {
      #expect(
        try await session.result(of: "incident \(line) --dry-run") == "Nothing would be written.\n")
    }
    let incident = try session.workspace.incidents().incident(1)
    #expect(incident?.severity == .unknown && incident?.isClosed == false)
    #expect(try session.workspace.incidents().notes(of: 1).isEmpty)
    let careful = try TestSession(home: session.home) { $0.options.isReadOnly = true }
    #expect(await careful.run("incident note 1 Seen") == .permission)
    #expect(try await careful.result(of: "incident list -o ids") == "1\n")
  }

  @Test func `text in a note stays text`() async throws {
    let session = try TestSession()
    _ = try await session.result(
      of: "incident create '$(incident close 1)'; incident note 1 '%3 !id'")
    let shown = try JSON(parsing: try await session.result(of: "incident show 1 -o json"))
    #expect(shown["name"]?.string == "$(incident close 1)")
    #expect(shown["notes"]?.array?.first?["text"]?.string == "%3 !id")
    #expect(shown["status"]?.string == "open")
  }
}
