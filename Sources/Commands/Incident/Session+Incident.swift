package import CommandKit
package import Records

/// What became of a change of an incident: it stands, whoever could not be told of it.
package struct IncidentChange: Sendable {
  package let incident: Incident
  /// Which channels did not hear of it, and why.
  package let refused: [String]
}

/// The life of an incident: what commands and direct messages do with one.
extension Session {
  /// Opens an incident, and tells it to the notifications channel where the profile wants that, and to its hook.
  ///
  /// - Returns: The incident, whether it is new, and who could not be told; `nil` in a dry run.
  package func open(
    _ draft: Incident.Draft
  ) async throws -> (incident: Incident, isNew: Bool, refused: [String])? {
    guard !call.isDryRun else {
      _ = try await notify("Incident \(Named.newID) was opened: \(draft.name)", draft.severity)
      return nil
    }
    let opened = try workspace.incidents().create(draft, at: workspace.now())
    let incident = opened.incident
    guard opened.isNew else { return (incident, false, []) }
    var refused = try await notify(
      "Incident \(incident.number) was opened: \(incident.name)", incident.severity)
    refused += try await tellHook(of: .opened, incident.number)
    return (incident, true, refused)
  }

  /// Writes a note to an incident, and tells it to the channels in which that is mirrored.
  ///
  /// - Returns: The note, and which channels did not get it; `nil` in a dry run.
  package func note(
    _ text: String, to number: Int64, by author: String, mail: String? = nil
  ) async throws -> (note: Incident.Note, refused: [String])? {
    guard !call.isDryRun else {
      if !MirrorText.isMirrored(text) {
        _ = try await say(MirrorText(text, by: author), in: hearers(of: number))
      }
      return nil
    }
    let note = try workspace.incidents().add(
      text, to: number, by: author, mail: mail, at: workspace.now())
    guard let note else { throw CommandError(.notFound(.incident, "\(number)", nearest: [])) }
    var refused = try await mirror(note)
    refused += try await tellHook(of: .noted, number, note: note)
    return (note, refused)
  }

  /// Tells a note that came from a channel to the other channels of its incident, and to the profile's hook.
  ///
  /// - Returns: Who could not be told, and why.
  package func pass(
    on note: Incident.Note, from channel: String
  ) async throws -> [String] {
    let refused = try await mirror(note, from: channel)
    return try await refused + tellHook(of: .noted, note.incident, note: note)
  }

  /// Changes an incident, and tells what changed to the channels that are told of changes.
  package func update(
    _ incident: Incident, by author: String, _ change: (inout Incident) -> Void
  ) async throws -> IncidentChange {
    var (old, new) = (incident, incident)
    if call.isDryRun {
      change(&new)
    } else {
      new = try changed(incident.number) {
        old = $0
        change(&$0)
      }
    }
    let changes = new.changes(since: old)
    guard !changes.isEmpty else { return IncidentChange(incident: new, refused: []) }
    var refused = try await tell(
      "\(author) changed incident \(new.number): \(changes.joined(separator: ", ")).",
      about: new.number)
    refused += try await tellHook(of: .changed, new.number)
    return IncidentChange(incident: new, refused: refused)
  }

  /// Closes an incident, and deletes the channels that go with it.
  ///
  /// - Throws: ``CommandError`` for one that is closed.
  package func close(
    _ incident: Incident, reason: String? = nil, by author: String
  ) async throws -> IncidentChange {
    var closed = incident
    var wasClosed = incident.isClosed
    let now = workspace.now()
    if !call.isDryRun {
      closed = try changed(incident.number) { incident in
        wasClosed = incident.isClosed
        guard !wasClosed else { return }
        incident.closedAt = now
        incident.closeReason = reason
      }
    }
    guard !wasClosed else { throw CommandError(.incidentState(incident.number, isClosed: true)) }
    let why = reason.map { ": \($0)" } ?? "."
    let going = try mirrors(of: incident.number).filter(\.closesChannel)
    var refused = try await tell(
      "\(author) closed incident \(incident.number)\(why)", about: incident.number,
      but: Set(going.map(\.channelID)))
    refused += try await delete(going)
    refused += try await notify(
      "Incident \(incident.number) was closed: \(incident.name)", incident.severity)
    refused += try await tellHook(of: .closed, incident.number)
    return IncidentChange(incident: closed, refused: refused)
  }

  /// Opens a closed incident again.
  package func restore(_ incident: Incident, by author: String) async throws -> IncidentChange {
    var opened = incident
    if !call.isDryRun {
      opened = try changed(incident.number) { incident in
        incident.closedAt = nil
        incident.closeReason = nil
      }
    }
    var refused = try await tell(
      "\(author) opened incident \(incident.number) again.", about: incident.number)
    refused += try await notify(
      "Incident \(incident.number) was opened again: \(incident.name)", incident.severity)
    refused += try await tellHook(of: .reopened, incident.number)
    return IncidentChange(incident: opened, refused: refused)
  }

  private func changed(
    _ number: Int64, _ change: (inout Incident) -> Void
  ) throws -> Incident {
    guard let incident = try workspace.incidents().update(number, at: workspace.now(), change)
    else { throw CommandError(.notFound(.incident, "\(number)", nearest: [])) }
    return incident
  }
}

extension Incident {
  /// What is otherwise than it was, in words.
  fileprivate func changes(since old: Incident) -> [String] {
    func now(_ what: String, _ value: String?, _ before: String?) -> String? {
      value == before ? nil : value.map { "\(what) is \($0)" } ?? "no \(what) any more"
    }
    return [
      now("name", name, old.name), now("severity", severity.rawValue, old.severity.rawValue),
      now("type", type, old.type), now("owner", owner, old.owner),
      now(
        "labels", labels.isEmpty ? nil : labels.joined(separator: " and "),
        old.labels.isEmpty ? nil : old.labels.joined(separator: " and ")),
      details == old.details ? nil : "details are new",
    ].compactMap { $0 }
  }
}
