import CommandKit
import Graph

extension Session {
  /// The place whose members are meant: that of the options, or where one stands.
  ///
  /// A standard channel keeps no list of its own; its team's members are its members.
  func memberPlace(
    team: TeamReference?, channel: ChannelReference?, chat: ChatReference?
  ) async throws -> Place {
    let place = try await place(
      team: team, channel: channel, chat: chat, kinds: [.team, .channel, .chat], for: .read)
    guard case .channel(let team, let channel) = place,
      try await isStandard(channel, of: team)
    else { return place }
    call.work(in: .team)
    return .team(team)
  }

  /// The place whose members are to change.
  ///
  /// - Throws: ``CommandError`` for a place whose members are not its own to change: a standard channel,
  ///   or a chat of two.
  func changeableRoster(
    team: TeamReference?, channel: ChannelReference?, chat: ChatReference? = nil,
    for purpose: Purpose
  ) async throws -> Place {
    let place = try await place(
      team: team, channel: channel, chat: chat, kinds: [.team, .channel, .chat], for: purpose)
    if place.kind == .chat, place.chat.map({ ChatKind(ofChat: $0.id) }) ?? .oneOnOne == .oneOnOne {
      throw CommandError(.notAGroupChat(place.path, .members))
    }
    if case .channel(let team, let channel) = place, try await isStandard(channel, of: team) {
      throw CommandError(.standardChannel(place.path, team: team.name))
    }
    return place
  }

  private func isStandard(_ channel: Named, of team: Named) async throws -> Bool {
    let request = TeamChannel.request(channel.id, of: team.id)
    return try await read(request).membershipType ?? "standard" == "standard"
  }
}
