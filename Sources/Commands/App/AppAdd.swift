package import ArgumentParser
package import CommandKit
import Foundation
import Graph

/// Installs an app of the catalogue in a team or chat.
package struct AppAdd: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an app to a team or chat.")
  package static let effect = Effect.changes
  package static let permissions = Permissions.changingApps
  package static let columns = AppRow.columns
  package static let operands = [Operand(\Self.app)]
  package static let examples = [
    Example("Add an app to a team", "app add 'Contoso Tickets' --team 'Contoso IT'"),
    Example("Add an app to a chat", "app add Forms --chat 'Project X'"),
  ]

  @Argument(help: ArgumentHelp("The app: its name, id or external id.", valueName: "app"))
  var app: AppReference

  @OptionGroup var container: TeamOrChatOptions

  package init() {}

  package func run(in session: Session) async throws -> Reply<AppRow> {
    let place = try await container.place(in: session, for: .write)
    let installation = try AppInstallation(session: session, place: place)
    let externalID = UUID(uuidString: self.app.word.text)
    // One that is there need not be looked for in the catalogue.
    if let externalID, let app = try await installation.app(of: externalID) {
      return .done("\(app.displayName) is in \(place.path) already.", AppRow(app))
    }
    let app = try await self.app.resolve(in: session, for: .write)
    let isLookedFor = externalID != nil && app.externalID.flatMap(UUID.init) == externalID
    if !isLookedFor, try await installation.holds(app) {
      return .done("\(app.displayName) is in \(place.path) already.", AppRow(app))
    }
    try await installation.add(app)
    return .done("Added \(app.displayName) to \(place.path).", AppRow(app))
  }
}
