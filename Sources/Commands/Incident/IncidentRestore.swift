package import ArgumentParser
package import CommandKit
import Records

/// Opens a closed incident again; channels that were deleted stay so.
package struct IncidentRestore: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Open a closed incident again.")
  package static let effect = Effect.changes
  package static let columns = IncidentRow.pageColumns
  package static let operands = [Operand(\Self.incident)]
  package static let examples = [Example("Open a closed incident again", "incident restore 3")]

  @Argument(help: ArgumentHelp("The incident; where you stand if left out.", valueName: "incident"))
  var incident: IncidentReference?

  package init() {}

  package func run(in session: Session) async throws -> Reply<IncidentRow> {
    let incident = try await session.incident(incident, for: .write)
    guard incident.isClosed else {
      throw CommandError(.incidentState(incident.number, isClosed: false))
    }
    let opened = try await session.restore(incident, by: session.workspace.author.name)
    guard !session.call.isDryRun else { return .silent }
    session.conclude(opened.refused)
    return .done("Opened incident \(incident.number) again.", IncidentRow(opened.incident))
  }
}
