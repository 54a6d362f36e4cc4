package import ArgumentParser
package import CommandKit
import Records

/// Opens an incident in this machine's records.
package struct IncidentCreate: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Open an incident.",
    discussion: """
      Incidents are kept on this machine, in the data folder. Where the profile says notify-incidents, the \
      bot tells its notifications-channel of one that is as severe as severity-threshold.
      """)
  package static let effect = Effect.changes
  package static let columns = IncidentRow.pageColumns
  package static let operands = [Operand(\Self.name)]
  package static let examples = [
    Example("Open an incident", "incident create 'Mail is down' --severity High --owner @me"),
    Example(
      "Open one with what is known",
      "incident create 'Odd sign-ins' --severity Medium --label mail --details 'From Rome.'"
    ),
  ]

  @Argument(help: ArgumentHelp("What happened.", valueName: "name"))
  var name: Word

  @OptionGroup var told: IncidentDetails

  package init() {}

  package func run(in session: Session) async throws -> Reply<IncidentRow> {
    guard name.text.contains(where: { !$0.isWhitespace }) else {
      throw CommandError(
        .invalidArgument(
          name: "The name", value: name.text, reason: "An incident needs a name."))
    }
    var draft = Incident.Draft(name: name.text)
    draft.type = told.type?.text
    draft.severity = told.severity ?? .unknown
    if let owner = told.owner { draft.owner = try await session.owner(owner) }
    draft.labels = Permissions.unique(told.label.map(\.text))
    if let details = told.details { draft.details = try await session.text(details) }
    guard let opened = try await session.open(draft) else { return .silent }
    session.conclude(opened.refused)
    return .done(
      "Opened incident \(opened.incident.number), \(opened.incident.name).",
      IncidentRow(opened.incident))
  }
}
