package import ArgumentParser
package import CommandKit
import Records

/// Lists the incidents of this machine's records, the newest first.
package struct IncidentList: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the open incidents.", aliases: ["ls"])
  package static let effect = Effect.reads
  package static let columns = IncidentRow.columns
  package static let examples = [
    Example("List the open incidents", "incident list"),
    Example("List your own ones, also those that are closed", "incident list --mine --all"),
  ]

  @Flag(help: "Closed ones, too.")
  var all = false

  @Flag(help: "Closed ones only.")
  var closed = false

  @Flag(help: "Only those that you own.")
  var mine = false

  @Option(help: ArgumentHelp("Only those of this owner.", valueName: "person"))
  var owner: Word?

  package init() {}

  package func validate() throws {
    if all, closed { throw ValidationError("--all does not go with --closed.") }
    if mine, owner != nil { throw ValidationError("--mine does not go with --owner.") }
  }

  package func run(in session: Session) async throws -> Reply<IncidentRow> {
    var owners = mine ? session.workspace.ownNames : nil
    if let owner { owners = [try await session.owner(owner)] }
    let found = try session.workspace.knownIncidents()?.incidents(
      areClosed: all ? nil : closed, owners: owners)
    return .list((found ?? []).map { IncidentRow($0) })
  }
}
