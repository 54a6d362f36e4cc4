import CommandKit
import Documents
import Graph

/// The apps of one team or chat, and the adding of one.
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

  /// Sees to it that the app with an id of a manifest is in the place; it is added only where it is missing.
  ///
  /// - Throws: ``CommandError`` with `notFound` where the catalogue has no such app.
  func ensure(externalID: String) async throws -> Outcome {
    let literal = ODataLiteral(externalID)
    if try await holds("teamsApp/externalId eq \(literal)") { return .wasThere }
    guard let app = try await first(Session.catalogue(filter: "externalId eq \(literal)")) else {
      throw CommandError(.notFound(.app, externalID, nearest: []))
    }
    return try await add(app)
  }

  /// Sees to it that an app is in the place.
  func ensure(_ app: TeamsApp) async throws -> Outcome {
    if try await holds("teamsApp/id eq \(ODataLiteral(app.id))") { return .wasThere }
    return try await add(app)
  }

  private func holds(_ filter: String) async throws -> Bool {
    try await first(Session.installedApps(at: path, filter: filter)) != nil
  }

  private func add(_ app: TeamsApp) async throws -> Outcome {
    let target = Named(id: app.id, name: app.displayName)
    let _: NoContent = try await session.write(
      Self.install(app.id, at: path), to: target, place.named)
    return .added
  }

  private func first<Item>(_ request: GraphRequest<Item>) async throws -> Item? {
    for try await page in try await session.graph.pages(request) {
      if let item = page.items.first { return item }
    }
    return nil
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
