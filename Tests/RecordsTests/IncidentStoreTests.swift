import Foundation
import Testing

@testable import Records

/// What the records of incidents keep, and keep once.
struct IncidentStoreTests {
  private let path = FileManager.default.temporaryDirectory
    .appending(path: "incidents-\(UUID().uuidString)/incidents.sqlite").path
  private let now = Date(timeIntervalSince1970: 1_790_000_000)

  private func store() throws -> IncidentStore { try IncidentStore.open(at: path) }

  private func draft(_ name: String, source: String? = nil, owner: String? = nil) -> Incident.Draft
  {
    var draft = Incident.Draft(name: name)
    draft.source = source
    draft.owner = owner
    return draft
  }

  @Test func `what came from the same source is opened once, whichever process asks`() throws {
    let first = try store().create(draft("Mail is down", source: "a"), at: now)
    let again = try store().create(draft("Mail is down", source: "a"), at: now)
    #expect(first.isNew && !again.isNew)
    #expect(first.incident == again.incident)
    #expect(try store().create(draft("Mail is down"), at: now).isNew)
    #expect(try store().create(draft("Mail is down"), at: now).isNew)
    #expect(try store().count() == 3)
  }

  @Test func `a number is never given twice, and a note of the same source is one note`() throws {
    let store = try store()
    let number = try store.create(draft("Mail is down"), at: now).incident.number
    let note = try store.add("Seen", to: number, by: "Adele", source: "x 1", at: now)
    #expect(note?.isFromTeams == true)
    #expect(try store.add("Seen", to: number, by: "Adele", source: "x 1", at: now) == nil)
    #expect(try store.add("Seen", to: number, by: "Megan", at: now)?.isFromTeams == false)
    #expect(try store.add("Seen", to: number + 7, by: "Megan", at: now) == nil)
    #expect(try store.notes(of: number).map(\.author) == ["Adele", "Megan"])
  }

  @Test func `lists go by state and owner, in pages`() throws {
    let store = try store()
    for number in 1...5 {
      let owner = number.isMultiple(of: 2) ? "Adele Vance" : "megan@contoso.com"
      _ = try store.create(draft("I\(number)", owner: owner), at: now)
    }
    _ = try store.update(5, at: now) { $0.closedAt = now }
    #expect(try store.incidents(areClosed: false).map(\.number) == [4, 3, 2, 1])
    #expect(try store.incidents(areClosed: true).map(\.number) == [5])
    #expect(try store.incidents(owners: ["ADELE VANCE"]).map(\.number) == [4, 2])
    #expect(try store.incidents(owners: ["Megan", "Megan@Contoso.com"]).count == 3)
    #expect(try store.incidents(owners: []) == [])
    #expect(try store.incidents(limit: 2, offset: 2).map(\.number) == [3, 2])
    #expect(try store.count(areClosed: false, owners: ["megan@contoso.com"]) == 2)
  }

  @Test func `a change is one step, and one of an incident that is not there changes nothing`()
    throws
  {
    let store = try store()
    _ = try store.create(draft("Mail is down"), at: now)
    let later = now.addingTimeInterval(60)
    let changed = try store.update(1, at: later) { $0.labels = ["a, b", "\"c\""] }
    #expect(changed?.labels == ["a, b", "\"c\""])
    #expect(try store.incident(1) == changed)
    #expect(try store.incident(1)?.updatedAt == later)
    #expect(try store.update(2, at: later) { $0.name = "x" } == nil)
  }

  @Test func `an incident has one mirror a team, and a channel that is gone is forgotten`() throws {
    let store = try store()
    for _ in 1...2 { _ = try store.create(draft("Mail is down"), at: now) }
    var mirror = Mirror(incident: 1, team: ("T", "IT"), channel: ("C", "incident-1"))
    try store.keep(mirror)
    mirror.content = .chat
    mirror.direction = .fromTeams
    mirror.closesChannel = false
    mirror.isAnnounced = true
    try store.keep(mirror)
    #expect(try store.mirrors(of: 1) == [mirror])
    try store.keep(Mirror(incident: 2, team: ("T", "IT"), channel: ("C", "incident-1")))
    #expect(try store.mirrors(in: "C").map(\.incident) == [1, 2])
    _ = try store.update(2, at: now) { $0.closedAt = now }
    #expect(try store.mirrors(in: "C").map(\.incident) == [1])
    try store.forget(mirror)
    #expect(try store.mirrors().map(\.incident) == [2])
    try store.forgetMirrors(in: "C")
    #expect(try store.mirrors() == [])
  }

  @Test(arguments: [
    (Mirror.Content.all, Mirror.Direction.both, true, true),
    (.all, .toTeams, true, false), (.chat, .fromTeams, false, true), (.none, .both, false, false),
  ])
  func `which way notes go`(
    content: Mirror.Content, direction: Mirror.Direction, sends: Bool, takes: Bool
  ) {
    var mirror = Mirror(incident: 1, team: ("T", "IT"), channel: ("C", "incident-1"))
    mirror.content = content
    mirror.direction = direction
    #expect(mirror.sendsToTeams == sends)
    #expect(mirror.takesFromTeams == takes)
  }
}
