package import ArgumentParser

/// `--team`, for what is inside of a team.
package struct TeamOption: ParsableArguments {
  @Option(help: ArgumentHelp("The team; where you stand if left out.", valueName: "team"))
  package var team: TeamReference?

  package init() {}
}

/// `--team` and `--channel`, for what can be inside of either.
package struct ChannelOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The team; where you stand if left out.", valueName: "team"))
  package var team: TeamReference?

  @Option(help: ArgumentHelp("The channel; where you stand if left out.", valueName: "channel"))
  package var channel: ChannelReference?

  package init() {}
}

/// `--team`, `--channel` and `--chat`, for what happens in conversations.
package struct ConversationOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The team; where you stand if left out.", valueName: "team"))
  package var team: TeamReference?

  @Option(help: ArgumentHelp("The channel; where you stand if left out.", valueName: "channel"))
  package var channel: ChannelReference?

  @Option(help: ArgumentHelp("The chat; where you stand if left out.", valueName: "chat"))
  package var chat: ChatReference?

  package init() {}

  package func validate() throws {
    if chat != nil, team != nil || channel != nil {
      throw ValidationError("--chat does not go with --team or --channel.")
    }
  }
}

/// `--team` and `--chat`, for what is installed in either.
package struct TeamOrChatOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The team; where you stand if left out.", valueName: "team"))
  package var team: TeamReference?

  @Option(help: ArgumentHelp("The chat; where you stand if left out.", valueName: "chat"))
  package var chat: ChatReference?

  package init() {}

  package func validate() throws {
    if chat != nil, team != nil { throw ValidationError("--chat does not go with --team.") }
  }

  /// The team or chat named, or the one where one stands; a channel's is its team.
  package func place(in session: Session, for purpose: Purpose) async throws -> Place {
    var place = try await session.place(
      team: team, chat: chat, kinds: [.team, .channel, .chat], for: purpose)
    if case .channel(let team, _) = place { place = .team(team) }
    if case .person = place {
      throw CommandError(.notFound(.chat, place.path, nearest: []))
    }
    session.call.work(in: place.kind)
    return place
  }
}

extension Session {
  /// The team named, or the one where one stands.
  package func team(_ reference: TeamReference?, for purpose: Purpose) async throws -> Named {
    if let reference { return try await reference.resolve(in: self, for: purpose) }
    if let team = place.team { return team }
    guard let name = workspace.configuration.profile.team else {
      throw CommandError(.placeNeeded([.team]))
    }
    return try await TeamReference(Word(name, isLiteral: true)).resolve(in: self, for: purpose)
  }

  /// The channel named, or the one where one stands.
  package func channel(
    _ reference: ChannelReference?, team: TeamReference?, for purpose: Purpose
  ) async throws -> (team: Named, channel: Named) {
    guard let reference else {
      guard team == nil, case .channel(let team, let channel) = place else {
        throw CommandError(.placeNeeded([.channel]))
      }
      return (team, channel)
    }
    let isTold = team != nil || place.team != nil || workspace.configuration.profile.team != nil
    let home = isTold ? try await self.team(team, for: purpose) : nil
    return try await reference.resolve(in: self, team: home, for: purpose)
  }

  /// The place that options name, or the one where one stands; must be of one of the kinds.
  package func place(
    team: TeamReference? = nil, channel: ChannelReference? = nil, chat: ChatReference? = nil,
    kinds: [PlaceKind], for purpose: Purpose
  ) async throws -> Place {
    let place: Place
    if let chat {
      place = try await chat.resolve(in: self, for: purpose)
    } else if let channel {
      let found = try await self.channel(channel, team: team, for: purpose)
      place = .channel(team: found.team, found.channel)
    } else if let team {
      place = .team(try await team.resolve(in: self, for: purpose))
    } else {
      place = self.place
    }
    guard kinds.contains(place.kind) else { throw CommandError(.placeNeeded(kinds)) }
    call.work(in: place.kind)
    return place
  }
}
