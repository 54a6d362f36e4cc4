import Cache
package import CommandKit
import Documents
import Graph
package import Records

/// How an incident is to be mirrored.
package struct MirrorWish: Sendable, Hashable {
  package var content = Mirror.Content.all
  package var direction = Mirror.Direction.both
  /// Whether the channel is deleted with the end of the incident.
  package var closesChannel = true
  /// The channel's name; `nil` for `incident-N`.
  package var channel: String?

  package init(
    content: Mirror.Content = .all, direction: Mirror.Direction = .both,
    closesChannel: Bool = true, channel: String? = nil
  ) {
    self.content = content
    self.direction = direction
    self.closesChannel = closesChannel
    self.channel = channel
  }
}

/// Where an incident is mirrored now.
package struct OpenedMirror: Sendable, Hashable {
  package let mirror: Mirror
  /// Whether it was mirrored there for the first time.
  package let isNew: Bool
  /// Why the bot could not say in the channel what that is for; `nil` where it did.
  package let refusal: String?
}

/// The channels in which incidents are mirrored.
extension Session {
  /// Mirrors an incident in a team; where it is mirrored there already, changes how.
  ///
  /// The channel is made by whoever is signed in to Graph, or taken where one of the name is there; the bot
  /// says in it what it is for. The mirror holds from the moment that there is a channel: where the bot
  /// cannot speak, a second call tries that again.
  ///
  /// - Parameters:
  ///   - incident: The incident.
  ///   - team: The team; without one that of its only mirror, or where one stands, or the profile's.
  ///   - wish: How.
  /// - Returns: The mirror, and what could not be said.
  /// - Throws: ``CommandError`` for a closed incident, and for a channel in which bots may not speak.
  package func openMirror(
    of incident: Incident, in team: TeamReference? = nil, _ wish: MirrorWish = MirrorWish()
  ) async throws -> OpenedMirror {
    guard !incident.isClosed else {
      throw CommandError(.incidentState(incident.number, isClosed: true))
    }
    if let name = wish.channel { try ChannelName.check(name) }
    let known = try mirrors(of: incident.number)
    let meant = team.map { mirrors(known, in: $0) } ?? mirrorsHere(known)
    if let mirror = meant.first, meant.count == 1 {
      return try await change(mirror, of: incident, wish)
    }
    _ = try await asBot()
    let home = try await self.team(team, for: .write)
    if let mirror = known.first(where: { $0.teamID == home.id }) {
      return try await change(mirror, of: incident, wish)
    }
    let channel = try await mirrorChannel(
      named: wish.channel ?? "incident-\(incident.number)", for: incident, in: home)
    var mirror = Mirror(
      incident: incident.number, team: (home.id, home.name), channel: (channel.id, channel.name))
    mirror.fulfil(wish)
    if !call.isDryRun { try workspace.incidents().keep(mirror) }
    return try await announce(mirror, of: incident, isNew: true)
  }

  /// The mirrors in a team that is named as they are kept, for which nobody has to be asked.
  func mirrors(_ mirrors: [Mirror], in team: TeamReference) -> [Mirror] {
    mirrors.filter { $0.teamID == team.word.text || $0.teamName == team.word.text }
  }

  /// The mirror that is meant where no team is named.
  private func mirrorsHere(_ known: [Mirror]) -> [Mirror] {
    if let here = place.team { return known.filter { $0.teamID == here.id } }
    if let home = workspace.configuration.profile.team {
      return mirrors(known, in: TeamReference(Word(home, isLiteral: true)))
    }
    return known
  }

  private func change(
    _ mirror: Mirror, of incident: Incident, _ wish: MirrorWish
  ) async throws -> OpenedMirror {
    if let name = wish.channel, name.lowercased() != mirror.channelName.lowercased() {
      throw CommandError(.mirroredElsewhere(incident.number, channel: mirror.path))
    }
    var mirror = mirror
    mirror.fulfil(wish)
    if !call.isDryRun { try workspace.incidents().keep(mirror) }
    guard !mirror.isAnnounced else {
      return OpenedMirror(mirror: mirror, isNew: false, refusal: nil)
    }
    return try await announce(mirror, of: incident, isNew: false)
  }

  /// Finds the channel of a name, or makes it.
  private func mirrorChannel(
    named name: String, for incident: Incident, in team: Named
  ) async throws -> Named {
    do {
      let found = try await ChannelReference(Word(name, isLiteral: true)).resolve(
        in: self, team: team, for: .write)
      try await checkOpenToBots(found.channel, of: found.team)
      return found.channel
    } catch let error as CommandError {
      guard case .notFound = error.code else { throw error }
    }
    call.work(in: .team)
    let request: GraphRequest<Channel> = .post(
      "/teams/\(team.id)/channels",
      [
        "displayName": .string(name), "membershipType": "standard",
        "description": .string("Channel to mirror incident \(incident.number)"),
      ])
    let channel = try await write(request, to: [team])
    if !call.isDryRun { keep([channel], of: team.id) }
    return Named(id: channel.id, name: name)
  }

  private func announce(
    _ mirror: Mirror, of incident: Incident, isNew: Bool
  ) async throws -> OpenedMirror {
    let text = MirrorText(
      sentence: "This channel mirrors incident \(incident.number) (\(incident.name)) between Teams "
        + "and teamsh. In order for your Teams messages to be mirrored in teamsh, you need to "
        + "mention the bot in the message.")
    var mirror = mirror
    let refused = try await say(text, in: [mirror])
    if refused.isEmpty, !call.isDryRun {
      mirror.isAnnounced = true
      try workspace.incidents().keep(mirror)
    }
    return OpenedMirror(mirror: mirror, isNew: isNew, refusal: refused.first)
  }

  /// Deletes channels in which an incident was mirrored, and forgets the mirrors; one that is gone already
  /// is only forgotten.
  ///
  /// - Returns: Which channels could not be deleted, and why; they stay mirrored.
  package func delete(_ mirrors: [Mirror]) async throws -> [String] {
    var refused: [String] = []
    for mirror in mirrors {
      do {
        let request: GraphRequest<NoContent> = .delete(
          "/teams/\(mirror.teamID)/channels/\(mirror.channelID)")
        do {
          let _: NoContent = try await write(request, to: mirror.channel, mirror.team)
        } catch let error as GraphError where error.code == .notFound {
          // Somebody deleted it by hand.
        }
        guard !call.isDryRun else { continue }
        try workspace.incidents().forgetMirrors(in: mirror.channelID)
        forget(.channels, in: mirror.teamID, id: mirror.channelID)
        if place.channel?.id == mirror.channelID { workspace.move(to: .team(mirror.team)) }
      } catch {
        refused.append(try refusal(of: error, for: mirror.path))
      }
    }
    return refused
  }

  /// Ends mirrors, whose channels stay.
  func forget(_ mirrors: [Mirror]) throws(RecordsError) {
    let store = try workspace.incidents()
    for mirror in mirrors { try store.forget(mirror) }
  }
}

extension Mirror {
  fileprivate mutating func fulfil(_ wish: MirrorWish) {
    content = wish.content
    direction = wish.direction
    closesChannel = wish.closesChannel
  }
}
