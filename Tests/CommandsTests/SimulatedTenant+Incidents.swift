import Foundation
import Records
import TestSupport
import Testing

extension SimulatedTenant {
  /// A home with a bot and three incidents: 1 is mirrored in Helpdesk of Contoso IT, 2 is not, 3 is closed.
  ///
  /// Its profile tells General of Contoso IT what opens and closes.
  func incidentHome(_ further: [String] = []) async throws -> TemporaryHome {
    let home = try botHome(["team: Contoso IT", "notify-incidents: true"] + further)
    let now = Date()
    let store = try IncidentStore.open(at: home.file("incidents.sqlite"))
    var mail = Incident.Draft(name: "Mail is down")
    mail.severity = .high
    let first = try store.create(mail, at: now).incident
    _ = try store.create(Incident.Draft(name: "Phones are silent"), at: now)
    var fire = Incident.Draft(name: "Printer on fire")
    fire.severity = .critical
    let third = try store.create(fire, at: now).incident
    _ = try store.update(third.number, at: now) { $0.closedAt = now }
    let helpdesk = try await channel("Helpdesk")
    var mirror = Mirror(
      incident: first.number, team: (helpdesk.team, "Contoso IT"),
      channel: (helpdesk.id, "Helpdesk"))
    mirror.isAnnounced = true
    try store.keep(mirror)
    return home
  }

  /// The home in which an example works.
  func home(for line: String) async throws -> TemporaryHome {
    if line.contains("incident") { return try await incidentHome() }
    return try line.contains(/notify|^bot show|\bask send/) ? botHome() : TemporaryHome()
  }

  /// A channel of Contoso IT.
  private func channel(_ name: String) async throws -> (id: String, team: String) {
    let session = try session()
    try session.signIn(
      try await token(ofPersonWith: ["Team.ReadBasic.All", "Channel.ReadBasic.All"]))
    let ids = try await session.result(of: "channel show 'Contoso IT/\(name)' -o ids")
    let parts = ids.split { $0 == "/" || $0 == "\n" }.map(String.init)
    transport.forget()
    return (try #require(parts.last), try #require(parts.first))
  }
}
