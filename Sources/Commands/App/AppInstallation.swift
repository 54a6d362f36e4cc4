import CommandKit
import Documents
import Graph

/// The apps of one team or chat, and the adding of one where it is missing.
struct AppInstallation: Sendable {
  /// What was found, or done.
  enum Outcome: Sendable, Hashable {
    case wasThere, added
  }

  private let session: Session
  private let place: Place
  private let path: GraphPath

  /// - Throws: ``CommandError`` for a place that holds no apps.
  init(session: Session, place: Place) throws {
    guard let path = Session.installedAppsPath(of: place) else {
      throw CommandError(.placeNeeded([.team, .chat]))
    }
    self.session = session
    self.place = place
    self.path = path
  }

  /// Sees to it that an app is in the place.
  func ensure(_ app: TeamsApp) async throws -> Outcome {
    let filter = "teamsApp/id eq \(ODataLiteral(app.id))"
    let pages = try await session.graph.pages(Session.installedApps(at: path, filter: filter))
    for try await page in pages where !page.items.isEmpty { return .wasThere }
    let target = Named(id: app.id, name: app.displayName)
    let _: NoContent = try await session.write(
      Self.install(app.id, at: path), to: target, place.named)
    return .added
  }

  static func install(_ app: String, at path: GraphPath) -> GraphRequest<NoContent> {
    .post(
      path,
      [
        "teamsApp@odata.bind": .string(
          "https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/\(app)")
      ])
  }
}

extension Permissions {
  /// What adding and removing any app needs, by the kind of place; the narrower ones that end in
  /// `Self` are about the app alone that asks.
  static let changingApps = Permissions([
    .in(
      .team, person: ["TeamsAppInstallation.ReadWriteForTeam"],
      app: ["TeamsAppInstallation.ReadWriteForTeam.All"]),
    .in(
      .chat, person: ["TeamsAppInstallation.ReadWriteForChat"],
      app: ["TeamsAppInstallation.ReadWriteForChat.All"]),
  ])
}
