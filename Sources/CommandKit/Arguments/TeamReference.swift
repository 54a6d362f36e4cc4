import ArgumentParser
import Cache
import Documents
import Foundation
import Graph

/// A team as someone names it: display name, id, or link.
package struct TeamReference: WordReference {
  package let word: Word

  package init(_ word: Word) { self.word = word }

  /// What looking a team up needs, for a person and for an app.
  package static let permissions = Permissions(
    person: ["Team.ReadBasic.All"], app: ["Team.ReadBasic.All"])

  /// Finds the team.
  package func resolve(in session: Session, for purpose: Purpose) async throws -> Named {
    var text = try Target(word).text
    if case .link(let link) = try Target(word) { text = link.team ?? "" }
    return try await session.find(text, session.teamLookup(), for: purpose)
  }
}

extension Session {
  func teamLookup() -> Lookup<Named> {
    Lookup(
      kind: .team, needs: TeamReference.permissions.requirement(at: .nowhere),
      shelf: Lookup.Shelf(kind: .teams) { Named(id: $0.id, name: $0.name) },
      id: \.id, names: { [$0.name] }, detail: \.id,
      fresh: { try await teams(matching: $0) })
  }

  /// The team of that id, those of that name, or else all teams, to find near names in.
  private func teams(matching text: String) async throws -> [Named] {
    if UUID(uuidString: text) != nil {
      return try await readIfThere(Self.team(text)).map { [named($0)] } ?? []
    }
    var teams: [Team] = []
    for filter in ["displayName eq \(ODataLiteral(text))", nil] where teams.isEmpty {
      teams = try await readAll(Self.teams(filter: filter))
    }
    keep(teams)
    return teams.map(named)
  }

  private var named: @Sendable (Team) -> Named { { Named(id: $0.id, name: $0.displayName) } }

  private static func team(_ id: String) -> GraphRequest<Team> { .get("/teams/\(id)") }

  private static func teams(filter: String?) -> GraphRequest<Team> {
    guard let filter else { return .get("/teams") }
    return .get("/teams", ["$filter": filter])
  }
}
