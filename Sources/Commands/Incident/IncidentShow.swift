package import ArgumentParser
package import CommandKit
import Records

/// Shows one incident with its notes and the channels in which it is mirrored.
package struct IncidentShow: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one incident and its notes.")
  package static let effect = Effect.reads
  package static let columns = IncidentRow.pageColumns
  package static let operands = [Operand(\Self.incident)]
  package static let examples = [
    Example("Show an incident", "incident create 'Mail is down'; incident show $last"),
    Example(
      "Print the activity that it came with",
      "incident create 'Mail is down'; incident show $last --jq .raw"),
  ]

  @Argument(help: ArgumentHelp("The incident; where you stand if left out.", valueName: "incident"))
  var incident: IncidentReference?

  package init() {}

  package func run(in session: Session) async throws -> Reply<IncidentRow> {
    let incident = try await session.incident(incident, for: .read)
    let store = try session.workspace.incidents()
    return .one(
      IncidentRow(
        incident, notes: try store.notes(of: incident.number),
        mirrors: try store.mirrors(of: incident.number)))
  }
}
