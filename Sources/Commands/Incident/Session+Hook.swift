import CommandKit
import Documents
import Records

/// What happens to an incident, as the profile's hook for incidents is told.
enum IncidentEvent: String, Sendable {
  case opened, noted, changed, closed, reopened
}

extension Session {
  /// Tells the profile's hook for incidents what happened; a dry run and a restricted session start no program.
  ///
  /// - Parameters:
  ///   - event: What happened.
  ///   - number: The incident.
  ///   - note: The note, where one was written.
  /// - Returns: Why the hook did not do its work; empty for well and where there is none.
  /// - Throws: `CancellationError` where somebody broke off.
  func tellHook(
    of event: IncidentEvent, _ number: Int64, note: Incident.Note? = nil
  ) async throws -> [String] {
    let configuration = workspace.configuration
    guard let command = configuration.profile.conduct.incidentHook, !call.isDryRun,
      !configuration.isRestricted, let incident = try workspace.incidents().incident(number)
    else { return [] }
    var document = JSONObject([
      ("event", .string(event.rawValue)), ("incident", IncidentRow(incident).document),
    ])
    if let note { document["note"] = NoteRow(note).document }
    do {
      try await Hook("incident-hook", command: command).run(.object(document))
      return []
    } catch {
      if Task.isCancelled { throw CancellationError() }
      return [Failure(error).what]
    }
  }
}
