package import ArgumentParser
package import CommandKit
import Records

/// Closes an incident, and deletes the channels that were made for it.
package struct IncidentClose: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close an incident and its channels.",
    discussion: """
      Channels in which it is mirrored are deleted, but for those that incident mirror --keep-channel made. \
      The incident is closed all the same where one of them cannot be.
      """)
  package static let effect = Effect.removes
  package static let permissions = Permissions(
    person: ["Channel.Delete.All"], app: ["Channel.Delete.All"])
  package static let columns = IncidentRow.pageColumns
  package static let operands = [Operand(\Self.incident)]
  package static let examples = [
    Example(
      "Close an incident without being asked",
      "incident close 1 --reason 'A certificate had run out.' --yes"),
    Example("See what would be deleted with it", "incident close 1 --dry-run"),
  ]

  @Argument(help: ArgumentHelp("The incident; where you stand if left out.", valueName: "incident"))
  var incident: IncidentReference?

  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var reason: Word?

  package init() {}

  package func run(in session: Session) async throws -> Reply<IncidentRow> {
    let incident = try await session.incident(incident, for: .remove)
    guard !incident.isClosed else {
      throw CommandError(.incidentState(incident.number, isClosed: true))
    }
    let going = try session.mirrors(of: incident.number).filter(\.closesChannel)
    let channels = going.channelNames
    let deleting =
      going.isEmpty
      ? "" : ", and delete the channel\(going.count == 1 ? "" : "s") \(channels)"
    try await session.confirm("Close incident \(incident.number), \(incident.name)\(deleting)?")
    let closed = try await session.close(
      incident, reason: reason?.text, by: session.workspace.author.name)
    guard !session.call.isDryRun else { return .silent }
    session.conclude(closed.refused, "Not all that goes with it was done.")
    return .done("Closed incident \(incident.number).", IncidentRow(closed.incident))
  }
}
