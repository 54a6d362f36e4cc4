package import Cache
import Graph

/// Reads whole lists of the tenant into the cache.
package struct CacheFill: Sendable {
  package let session: Session

  /// The most people that are read where the profile does not say; a larger directory is completed by
  /// what commands see.
  private static let mostPeople = 50_000

  package init(session: Session) {
    self.session = session
  }

  /// What is read when somebody signs in at the prompt.
  package static func kindsAtSignIn(_ identity: IdentityKind) -> [CacheKind] {
    identity == .person ? [.teams, .chats, .people] : [.teams, .people]
  }

  /// Reads one list anew; channels and members are those of where one stands, or from nowhere the channels
  /// of every team.
  ///
  /// - Returns: How many there are.
  @discardableResult
  package func refresh(_ kind: CacheKind) async throws -> Int {
    let graph = try await session.graph
    switch kind {
    case .teams:
      let teams: [Team] = try await all(graph.pages(.get("/teams")))
      session.keep(teams, isComplete: true)
      return teams.count
    case .chats:
      let chats = try await all(graph.pages(Session.chats()))
      session.keep(chats, isComplete: true)
      return chats.count
    case .people:
      return try await people(graph)
    case .channels:
      guard let team = session.place.team else {
        let teams: [Team] = try await all(graph.pages(.get("/teams")))
        session.keep(teams, isComplete: true)
        return try await ChannelWalk(session: session, graph: graph).read(teams)
      }
      let channels = try await all(graph.pages(Session.channels(of: team.id)))
      session.keep(channels, of: team.id, isComplete: true)
      return channels.count
    case .members:
      return try await members(graph)
    }
  }

  private func people(_ graph: GraphClient) async throws -> Int {
    let request: GraphRequest<User> = .get(
      "/users", ["$top": "999", "$select": Session.personFields])
    let most = session.workspace.configuration.profile.cachePeople ?? Self.mostPeople
    let people = try await all(graph.pages(request, limit: most))
    // A list cut there counts as read, too: otherwise every start would read it anew.
    session.keep(people, isComplete: true)
    return people.count
  }

  private func members(_ graph: GraphClient) async throws -> Int {
    guard let request = Session.members(of: session.place) else {
      throw CommandError(.placeNeeded([.team, .channel, .chat]))
    }
    let members = try await all(graph.pages(request))
    session.keep(members, of: session.place)
    return members.count
  }

  private func all<Item>(_ pages: GraphPages<Item>) async throws -> [Item] {
    var items: [Item] = []
    for try await page in pages { items += page.items }
    return items
  }
}
