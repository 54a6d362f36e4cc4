package import ArgumentParser
package import CommandKit
package import Graph

/// Shows everything that Graph says of one team.
package struct TeamShow: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one team.")
  package static let effect = Effect.reads
  package static let permissions = Permissions(
    person: ["Team.ReadBasic.All"], app: ["Team.ReadBasic.All"])
  package static let columns: [Column<Team>] = [
    Column("Team", \.displayName),
    Column("Description", \.description),
    Column("Visibility", \.visibility),
    Column("Archived", field: "isArchived"),
    Column("Created", time: { $0.createdDateTime }),
    Column("Address", \.webUrl),
    Column("ID", as: .id, \.id),
  ]
  package static let operands = [Operand(\Self.team)]
  package static let examples = [
    Example("Show a team by name", "team show 'Contoso IT'"),
    Example("Print only a team's address", "team show 'Contoso IT' --jq .webUrl"),
    Example("Show all that Graph sends", "team show 'Contoso IT' -o yaml"),
  ]

  @Argument(help: ArgumentHelp("The team; where you stand if left out.", valueName: "team"))
  var team: TeamReference?

  package init() {}

  package func run(in session: Session) async throws -> Reply<Team> {
    let team = try await session.team(self.team, for: .read)
    return .one(try await session.graph.send(Self.team(team.id)).value)
  }

  static func team(_ id: String) -> GraphRequest<Team> { .get("/teams/\(id)") }
}
