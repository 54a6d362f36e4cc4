import CommandKit
import Documents
import Foundation
import Graph

/// The apps of one team or chat, and the adding of one.
struct AppInstallation: Sendable {
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

  /// The app in the place whose manifest has that id.
  func app(of externalID: UUID) async throws -> TeamsApp? {
    let literal = ODataLiteral(externalID.uuidString.lowercased())
    return try await installed("teamsApp/externalId eq \(literal)").first?.app
  }

  /// Whether an app is in the place.
  func holds(_ app: TeamsApp) async throws -> Bool {
    try await !installed("teamsApp/id eq \(ODataLiteral(app.id))").isEmpty
  }

  /// Puts an app into the place.
  func add(_ app: TeamsApp) async throws {
    let target = Named(id: app.id, name: app.displayName)
    let _: NoContent = try await session.write(
      Self.install(app.id, at: path), to: target, place.named)
  }

  /// What a filter leaves of the apps in the place; none are in a chat that a dry run does not make.
  private func installed(_ filter: String) async throws -> [TeamsAppInstallation] {
    guard place.chat?.id != Named.newID else { return [] }
    return try await session.readAll(Session.installedApps(at: path, filter: filter))
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
