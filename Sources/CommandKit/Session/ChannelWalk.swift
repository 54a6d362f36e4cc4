import Documents
import Graph

/// Reads the channels of every team into the cache, as many teams to a round trip as Graph takes.
struct ChannelWalk: Sendable {
  let session: Session
  let graph: GraphClient

  /// Reads them all.
  ///
  /// A team that went away meanwhile, or that this identity may not look into, is passed over.
  ///
  /// - Returns: The channels, in the order of their teams.
  func read(_ teams: [Team]) async throws -> [TeamChannel] {
    try await session.showingProgress("teams", of: teams.count) { progress in
      var found: [TeamChannel] = []
      for start in stride(from: 0, to: teams.count, by: GraphClient.mostAtOnce) {
        let group = teams[start..<min(start + GraphClient.mostAtOnce, teams.count)].map(\.id)
        let answers = try await graph.batch(group.map(request))
        for (team, answer) in zip(group, answers) {
          guard let channels = try await channels(of: team, in: answer) else { continue }
          session.keep(channels, of: team, isComplete: true)
          found += channels.map { TeamChannel($0, of: team) }
        }
        progress?.advance(by: group.count)
      }
      return found
    }
  }

  private func request(_ team: String) -> GraphRequest<JSON> {
    let request = Session.channels(of: team)
    return GraphRequest(method: request.method, path: request.path, headers: request.headers)
  }

  private func channels(
    of team: String, in answer: Result<GraphAnswer<JSON>, any Error>
  ) async throws -> [Channel]? {
    let document: JSON
    do {
      document = try answer.get().value
    } catch let error as GraphError where [.forbidden, .notFound].contains(error.code) {
      return nil
    }
    var channels = (document["value"]?.array ?? []).map(Channel.init)
    guard let link = document["@odata.nextLink"]?.string else { return channels }
    let first = request(team)
    let raw = RawRequest(method: first.method, path: first.path, headers: first.headers)
    let rest: GraphPages<Channel> = try graph.pages(following: link, of: raw)
    for try await page in rest { channels += page.items }
    return channels
  }
}
