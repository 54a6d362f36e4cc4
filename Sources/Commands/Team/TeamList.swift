package import ArgumentParser
package import CommandKit
package import Graph

/// Lists the teams of the tenant, or only those that the signed-in person is in.
package struct TeamList: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the teams of the tenant.", aliases: ["ls"])
  package static let effect = Effect.reads
  package static let permissions = Permissions(
    person: ["Team.ReadBasic.All"], app: ["Team.ReadBasic.All"])
  package static let columns: [Column<Team>] = [
    Column("TEAM", \.displayName),
    Column("DESCRIPTION", \.description),
    Column("ID", as: .id, \.id),
  ]
  package static let examples = [
    Example("List all teams", "team list"),
    Example("List your own teams as CSV", "team list --joined -o csv"),
    Example("Print the names of all teams", "team list --jq .displayName"),
  ]

  @Flag(help: "Only teams that you are a member of.")
  var joined = false

  package init() {}

  package func run(in session: Session) async throws -> Reply<Team> {
    let request = joined ? Self.joinedTeams() : Self.teams()
    let graph = try await session.graph
    return .pages(
      graph.pages(request, limit: session.call.limit), seen: { session.keep($0) }, { $0 })
  }

  static func teams() -> GraphRequest<Team> { .get("/teams") }
  static func joinedTeams() -> GraphRequest<Team> { .get("/me/joinedTeams") }
}
