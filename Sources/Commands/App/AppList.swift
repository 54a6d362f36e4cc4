package import ArgumentParser
package import CommandKit
import Graph

/// Lists the apps that are installed in a team or chat; where one stands nowhere, the catalogue.
package struct AppList: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the apps of a team, a chat or the catalogue.",
    aliases: ["ls"])
  package static let effect = Effect.reads
  package static let permissions = Permissions([
    .in(
      .team, person: ["TeamsAppInstallation.ReadForTeam"],
      app: ["TeamsAppInstallation.ReadForTeam.All"]),
    .in(
      .chat, person: ["TeamsAppInstallation.ReadForChat"],
      app: ["TeamsAppInstallation.ReadForChat.All"]),
    .in(.nowhere, person: ["AppCatalog.Read.All"], app: ["AppCatalog.Read.All"]),
  ])
  package static let columns = AppRow.columns
  package static let examples = [
    Example("List the catalogue", "app list"),
    Example("List the apps of a team", "app list --team 'Contoso IT'"),
    Example("List the company's own apps", "app list --catalogue -o csv | grep organization"),
  ]

  @Flag(help: "The catalogue, wherever you stand.")
  var catalogue = false

  @OptionGroup var container: TeamOrChatOptions

  package init() {}

  package func validate() throws {
    if catalogue, container.team != nil || container.chat != nil {
      throw ValidationError("--catalogue does not go with --team or --chat.")
    }
  }

  package func run(in session: Session) async throws -> Reply<AppRow> {
    let isNamed = container.team != nil || container.chat != nil
    if catalogue || !isNamed && session.place == .nowhere {
      session.call.work(in: .nowhere)
      let pages = try await session.graph.pages(Session.catalogue(), limit: session.call.limit)
      return .pages(pages, { AppRow($0) })
    }
    let place = try await container.place(in: session, for: .read)
    guard let path = Session.installedAppsPath(of: place) else {
      throw CommandError(.placeNeeded([.team, .chat]))
    }
    let pages = try await session.graph.pages(
      Session.installedApps(at: path), limit: session.call.limit)
    return .pages(pages, { AppRow($0) })
  }
}
