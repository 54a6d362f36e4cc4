import ArgumentParser
import Documents
import Foundation
package import Graph

/// An app as someone names it: by its name, its id in the catalogue, or the id in its manifest.
package struct AppReference: WordReference {
  package let word: Word

  package init(_ word: Word) { self.word = word }

  /// What looking an app up in the catalogue needs.
  package static let permissions = Permissions(
    person: ["AppCatalog.Read.All"], app: ["AppCatalog.Read.All"])

  /// Finds the app in the catalogue; always at Graph, which alone knows it.
  package func resolve(in session: Session, for purpose: Purpose) async throws -> TeamsApp {
    try await session.find(
      word.text,
      Lookup(
        kind: .app, needs: Self.permissions.requirement(at: .nowhere), shelf: nil, id: \.id,
        names: { [$0.displayName, $0.externalID ?? ""].filter { !$0.isEmpty } },
        detail: { [$0.distributionMethod ?? "", $0.id].joined(separator: "  ") },
        fresh: { try await session.apps(matching: $0) }),
      for: purpose)
  }

  /// Finds the app among those that are installed in a team or chat.
  package func installation(
    in session: Session, at path: GraphPath, for purpose: Purpose
  ) async throws -> TeamsAppInstallation {
    try await session.find(
      word.text,
      Lookup(
        kind: .app, needs: nil, shelf: nil, id: \.app.id,
        names: { [$0.displayName, $0.app.externalID ?? "", $0.id].filter { !$0.isEmpty } },
        detail: { $0.app.id },
        fresh: { _ in try await session.readAll(Session.installedApps(at: path)) }),
      for: purpose)
  }
}

extension Session {
  /// The apps that a text may mean, or else the whole catalogue, to find near names in.
  fileprivate func apps(matching text: String) async throws -> [TeamsApp] {
    let literal = ODataLiteral(text)
    let filters: [String?] =
      UUID(uuidString: text) == nil
      ? ["displayName eq \(literal)", "externalId eq \(literal)", nil]
      : ["id eq \(literal)", "externalId eq \(literal)"]
    var apps: [TeamsApp] = []
    for filter in filters where apps.isEmpty {
      apps = try await readAll(Self.catalogue(filter: filter))
    }
    return apps
  }

  /// The catalogue, or what a filter leaves of it.
  package static func catalogue(filter: String? = nil) -> GraphRequest<TeamsApp> {
    guard let filter else { return .get("/appCatalogs/teamsApps") }
    return .get("/appCatalogs/teamsApps", ["$filter": filter])
  }

  /// The path of the apps that are installed in a team or chat; none elsewhere.
  package static func installedAppsPath(of place: Place) -> GraphPath? {
    switch place {
    case .team(let team), .channel(let team, _): "/teams/\(team.id)/installedApps"
    case .chat(let chat): "/chats/\(chat.id)/installedApps"
    case .nowhere, .person, .incident: nil
    }
  }

  /// What is installed, and what each is; a filter leaves some of it.
  package static func installedApps(
    at path: GraphPath, filter: String? = nil
  ) -> GraphRequest<TeamsAppInstallation> {
    var request: GraphRequest<TeamsAppInstallation> = .get(
      path, ["$expand": "teamsApp,teamsAppDefinition"])
    if let filter { request.query.append(GraphQuery(name: "$filter", value: filter)) }
    return request
  }
}
