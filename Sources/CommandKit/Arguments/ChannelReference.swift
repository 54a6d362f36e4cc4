import ArgumentParser
import Cache
import Documents
package import Graph

/// A channel as someone names it: by name in the team at hand, as `Team/Channel`, by id, or by link.
package struct ChannelReference: WordReference {
  package let word: Word

  package init(_ word: Word) { self.word = word }

  /// What looking a channel up needs beside its team.
  package static let permissions = Permissions(
    person: ["Channel.ReadBasic.All"], app: ["Channel.ReadBasic.All"])

  /// Finds the channel in a team; without one, the text must say the team too.
  package func resolve(
    in session: Session, team: Named?, for purpose: Purpose
  ) async throws -> (team: Named, channel: Named) {
    if case .link(let link) = try Target(word) {
      guard let teamID = link.team, let channelID = link.channel else {
        throw CommandError(.linkUnknown(word.text))
      }
      let team = try await session.find(teamID, session.teamLookup(), for: purpose)
      return (team, try await session.channel(channelID, of: team, for: purpose))
    }
    let place = try await session.place(
      named: word.text, from: team.map(Place.team) ?? .nowhere, for: purpose,
      isLiteral: word.isLiteral, teams: team == nil)
    guard case .channel(let team, let channel) = place else {
      if team == nil, case .team = place { throw CommandError(.placeNeeded([.team])) }
      throw CommandError(.notFound(.channel, word.text, nearest: []))
    }
    return (team, channel)
  }
}

extension Session {
  func channel(_ text: String, of team: Named, for purpose: Purpose) async throws -> Named {
    try await find(text, channelLookup(of: team), for: purpose)
  }

  func channelLookup(of team: Named) -> Lookup<Named> {
    Lookup(
      kind: .channel, needs: ChannelReference.permissions.requirement(at: .team),
      shelf: Lookup.Shelf(kind: .channels, container: team.id) { Named(id: $0.id, name: $0.name) },
      id: \.id, names: { [$0.name] }, detail: \.id,
      fresh: { _ in
        let channels = try await readAll(Self.channels(of: team.id))
        keep(channels, of: team.id, isComplete: true)
        return channels.map { Named(id: $0.id, name: $0.displayName) }
      })
  }

  /// All channels of a team.
  package static func channels(of team: String) -> GraphRequest<Channel> {
    .get("/teams/\(team)/channels", headers: Preference.newMembers)
  }
}
