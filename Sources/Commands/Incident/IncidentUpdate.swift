package import ArgumentParser
package import CommandKit
import Records

/// Changes what is told of an incident.
package struct IncidentUpdate: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Change what is told of an incident.",
    discussion: """
      An empty value takes away what was there. Channels in which the incident is mirrored with --type all \
      are told of it.
      """)
  package static let effect = Effect.changes
  package static let columns = IncidentRow.pageColumns
  package static let operands = [Operand(\Self.incident)]
  package static let examples = [
    Example("Say how severe it is", "incident update 1 --severity Critical"),
    Example("Give it to somebody", "incident update 1 --owner 'Adele Vance' --label mail"),
  ]

  @Argument(help: ArgumentHelp("The incident; where you stand if left out.", valueName: "incident"))
  var incident: IncidentReference?

  @Option(help: ArgumentHelp("Its new name.", valueName: "name"))
  var name: Word?

  @OptionGroup var told: IncidentDetails

  @Option(help: ArgumentHelp("A label to take away.", valueName: "text"))
  var removeLabel: [Word] = []

  package init() {}

  package func validate() throws {
    if let name, name.text.allSatisfy(\.isWhitespace) {
      throw ValidationError("An incident needs a name.")
    }
  }

  package func run(in session: Session) async throws -> Reply<IncidentRow> {
    guard !told.isEmpty || name != nil || !removeLabel.isEmpty else {
      throw CommandError(.unsupported("incident update is told nothing to change."))
    }
    let incident = try await session.incident(incident, for: .write)
    let owner = if let owner = told.owner { try await session.owner(owner) } else { nil as String? }
    let details =
      if let details = told.details { try await session.text(details) } else { nil as String? }
    let labels = told.label.map(\.text)
    let removed = Set(removeLabel.map(\.text))
    let changed = try await session.update(incident, by: session.workspace.author.name) {
      [name, told] incident in
      if let name { incident.name = name.text }
      if let type = told.type { incident.type = type.text.isEmpty ? nil : type.text }
      if let severity = told.severity { incident.severity = severity }
      if let owner { incident.owner = owner.isEmpty ? nil : owner }
      if let details { incident.details = details.isEmpty ? nil : details }
      incident.labels = Permissions.unique(incident.labels + labels).filter {
        !removed.contains($0)
      }
    }
    guard !session.call.isDryRun else { return .silent }
    session.workspace.rename(
      Named(id: String(incident.number), name: changed.incident.name))
    session.conclude(changed.refused)
    return .done("Changed incident \(incident.number).", IncidentRow(changed.incident))
  }
}
