package import Cache
import Graph

/// What became of a list that was to be brought up to date.
package enum Refreshed: Sendable, Hashable {
  /// It was read anew, and has so many entries.
  case read(Int)
  /// So many of its entries changed since it was last right.
  case followed(changes: Int)
}

/// Reads whole lists of the tenant into the cache, or what changed in them.
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

  /// Brings one list up to date: by what changed where Graph tells it, and else by reading it anew.
  ///
  /// Channels and members are those of a place, or from nowhere the channels of every team.
  ///
  /// - Parameters:
  ///   - kind: The list's kind.
  ///   - place: The place; where one stands if left out.
  /// - Returns: What was done.
  /// - Throws: What reading throws.
  @discardableResult
  package func refresh(_ kind: CacheKind, of place: Place? = nil) async throws -> Refreshed {
    let place = place ?? session.place
    let graph = try await session.graph
    switch kind {
    case .teams:
      return try await bringUpToDate(by: CacheFeed<Group>.teams, graph) { link in
        let followed = link.map { FollowedList(link: $0, limit: nil) }
        return try await teams(graph, followed: followed).count
      }
    case .people:
      return try await people(graph)
    case .chats:
      let chats = try await all(graph.pages(Session.chats()))
      session.keep(chats, isComplete: true)
      return .read(chats.count)
    case .channels:
      return .read(try await channels(of: place, graph))
    case .members:
      return .read(try await members(of: place, graph))
    }
  }

  private func teams(_ graph: GraphClient, followed: FollowedList?) async throws -> [Team] {
    let teams: [Team] = try await all(graph.pages(.get("/teams")))
    session.keep(teams, isComplete: true, followed: followed)
    return teams
  }

  private func people(_ graph: GraphClient) async throws -> Refreshed {
    let request: GraphRequest<User> = .get(
      "/users", ["$top": "999", "$select": Session.personFields])
    let most = session.workspace.configuration.profile.cachePeople ?? Self.mostPeople
    return try await bringUpToDate(by: CacheFeed<User>.people, graph, limit: most) { link in
      var people = EntryBatch()
      var count = 0
      // Cut here and not by the walk, which then asks for each page before it has read the last one. Of
      // a page only its names stay in memory.
      for try await page in graph.pages(request, limit: most > 0 ? nil : 0) {
        let wanted = page.items.prefix(most - count)
        people.add(session.entries(wanted))
        count += wanted.count
        if count >= most { break }
      }
      let cut = count < most ? nil : most
      // A list cut there counts as read, too: otherwise every start would read it anew.
      session.keep(people, .people, followed: link.map { FollowedList(link: $0, limit: cut) })
      return count
    }
  }

  private func channels(of place: Place, _ graph: GraphClient) async throws -> Int {
    guard let team = place.team else {
      return try await ChannelWalk(session: session, graph: graph)
        .read(try await teams(graph, followed: nil)).count
    }
    let channels = try await all(graph.pages(Session.channels(of: team.id)))
    session.keep(channels, of: team.id, isComplete: true)
    return channels.count
  }

  /// Reads the channels of every team that this identity sees, as places.
  package func channelsOfEveryTeam() async throws -> [Place] {
    let graph = try await session.graph
    let teams = try await teams(graph, followed: nil)
    let names = Dictionary(teams.map { ($0.id, $0.displayName) }) { first, _ in first }
    let channels = try await ChannelWalk(session: session, graph: graph).read(teams)
    return channels.map { found in
      .channel(
        team: Named(id: found.teamID, name: names[found.teamID] ?? ""),
        Named(id: found.channel.id, name: found.channel.displayName))
    }
  }

  private func members(of place: Place, _ graph: GraphClient) async throws -> Int {
    guard let request = Session.members(of: place) else {
      throw CommandError(.placeNeeded([.team, .channel, .chat]))
    }
    let members = try await all(graph.pages(request))
    session.keep(members, of: place)
    return members.count
  }

  private func all<Item>(_ pages: GraphPages<Item>) async throws -> [Item] {
    var items: [Item] = []
    for try await page in pages { items += page.items }
    return items
  }
}
