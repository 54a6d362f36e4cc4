import CommandKit
import Graph

extension Session {
  /// The place whose members are meant: that of the options, or where one stands.
  ///
  /// A standard channel keeps no list of its own; its team's members are its members.
  func memberPlace(
    team: TeamReference?, channel: ChannelReference?, chat: ChatReference? = nil,
    for purpose: Purpose
  ) async throws -> Place {
    let place = try await place(
      team: team, channel: channel, chat: chat, kinds: [.team, .channel, .chat], for: purpose)
    guard case .channel(let team, let channel) = place else { return place }
    let kind = try await graph.send(TeamChannel.request(channel.id, of: team.id)).value
      .membershipType
    guard kind ?? "standard" == "standard" else { return place }
    call.work(in: .team)
    return .team(team)
  }
}
