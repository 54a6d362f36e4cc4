package import ArgumentParser
package import CommandKit
import Records

/// Ends the mirroring of an incident, and deletes the channels.
package struct IncidentUnmirror: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "unmirror", abstract: "Delete the channels of an incident.")
  package static let effect = Effect.removes
  package static let permissions = Permissions(
    person: ["Channel.Delete.All"], app: ["Channel.Delete.All"])
  package static let operands = [Operand(\Self.incident)]
  package static let examples = [
    Example("Delete the channels of an incident", "incident unmirror 1 --yes"),
    Example("See what would be deleted", "incident unmirror 1 --dry-run"),
  ]

  @Argument(help: ArgumentHelp("The incident; where you stand if left out.", valueName: "incident"))
  var incident: IncidentReference?

  @Option(help: ArgumentHelp("In this team only.", valueName: "team"))
  var team: TeamReference?

  @Flag(help: "End the mirroring, and leave the channels.")
  var keepChannel = false

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let incident = try await session.incident(incident, for: .remove)
    var mirrors = try session.mirrors(of: incident.number)
    if let team {
      let known = session.mirrors(mirrors, in: team)
      let found = known.isEmpty ? try await team.resolve(in: session, for: .remove).id : nil
      mirrors = known.isEmpty ? mirrors.filter { $0.teamID == found } : known
    }
    guard !mirrors.isEmpty else { throw CommandError(.notMirrored(incident.number)) }
    let channels = mirrors.channelNames
    let plural = mirrors.count == 1 ? "" : "s"
    if keepChannel {
      try await session.confirm("Mirror incident \(incident.number) no more in \(channels)?")
      if !session.call.isDryRun { try session.forget(mirrors) }
      return .done("Incident \(incident.number) is mirrored no more in \(channels).")
    }
    try await session.confirm("Delete the channel\(plural) \(channels)?")
    let refused = try await session.delete(mirrors)
    guard !session.call.isDryRun else { return .silent }
    guard refused.isEmpty else {
      let done = mirrors.count - refused.count
      throw CommandError(
        .partlyDone("Deleted \(done) of \(mirrors.count) channels.", refused: refused))
    }
    return .done("Deleted the channel\(plural) \(channels).")
  }
}
