package import ArgumentParser
package import Records

/// An incident as someone names it: by its number, or by its name.
package struct IncidentReference: WordReference {
  package let word: Word

  package init(_ word: Word) { self.word = word }

  /// Finds the incident, without asking anybody but this program's own records.
  ///
  /// - Throws: ``CommandError`` when nothing matches, or several do and nobody can choose.
  package func resolve(in session: Session, for purpose: Purpose) async throws -> Incident {
    let text = word.text.hasPrefix("#") ? String(word.text.dropFirst()) : word.text
    guard let store = try session.workspace.knownIncidents() else {
      throw CommandError(.notFound(.incident, word.text, nearest: []))
    }
    if let number = Int64(text), let found = try store.incident(number) { return found }
    return try await session.find(word.text, Self.lookup(store), for: purpose)
  }

  private static func lookup(_ store: IncidentStore) -> Lookup<Incident> {
    Lookup(
      kind: .incident, needs: nil, shelf: nil, id: { String($0.number) }, names: { [$0.name] },
      detail: { "\($0.number)  \($0.isClosed ? "closed" : "open")" },
      fresh: { _ in try store.incidents() })
  }
}

/// `--incident`, for what is about one.
package struct IncidentOption: ParsableArguments {
  @Option(help: ArgumentHelp("The incident; where you stand if left out.", valueName: "incident"))
  package var incident: IncidentReference?

  package init() {}
}

extension Session {
  /// The incident named, or the one where one stands.
  package func incident(
    _ reference: IncidentReference?, for purpose: Purpose
  ) async throws -> Incident {
    if let reference { return try await reference.resolve(in: self, for: purpose) }
    guard let named = place.incident, let number = Int64(named.id) else {
      throw CommandError(.placeNeeded([.incident]))
    }
    guard let found = try workspace.knownIncidents()?.incident(number) else {
      throw CommandError(.notFound(.incident, named.id, nearest: []))
    }
    return found
  }
}

extension Place {
  /// The place of an incident.
  package init(_ incident: Incident) {
    self = .incident(Named(id: String(incident.number), name: incident.name))
  }

  /// The number in a path such as `incident 12`; `nil` for any other.
  static func incidentNumber(in path: String) -> Int64? {
    guard path.hasPrefix("incident ") else { return nil }
    return Int64(path.dropFirst("incident ".count))
  }
}
