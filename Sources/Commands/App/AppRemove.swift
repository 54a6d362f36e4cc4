package import ArgumentParser
package import CommandKit
import Graph

/// Takes an app out of a team or chat; the catalogue keeps it.
package struct AppRemove: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove an app from a team or chat.", aliases: ["rm"])
  package static let effect = Effect.removes
  package static let permissions = Permissions.changingApps
  package static let operands = [Operand(\Self.app)]
  package static let examples = [
    Example(
      "Remove an app without being asked", "app remove SharePoint --team 'Contoso IT' --yes"),
    Example("See what would be removed", "app remove SharePoint --team 'Contoso IT' --dry-run"),
  ]

  @Argument(help: ArgumentHelp("The app: its name, id or external id.", valueName: "app"))
  var app: AppReference

  @OptionGroup var container: TeamOrChatOptions

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let place = try await container.place(in: session, for: .remove)
    guard let path = Session.installedAppsPath(of: place) else {
      throw CommandError(.placeNeeded([.team, .chat]))
    }
    let installed = try await app.installation(in: session, at: path, for: .remove)
    let named = Named(id: installed.app.id, name: installed.displayName)
    try await session.confirm("Remove \(named.name) from \(place.path)?")
    let request: GraphRequest<NoContent> = .delete("\(path)/\(installed.id)")
    let _: NoContent = try await session.write(request, to: named, place.named)
    return .done("Removed \(named.name) from \(place.path).")
  }
}
