/// Something of the tenant that has an id, and the name that people know it by.
package struct Named: Sendable, Hashable {
  package let id: String
  package let name: String

  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }

  /// The id of what a dry run only says that it would make.
  package static let newID = "{new id}"
}

/// The kinds of place in which a command can work.
package enum PlaceKind: String, Sendable, CaseIterable {
  case nowhere, team, channel, chat, incident
}

/// Where a person stands, in the tenant or at an incident: the context that commands and the prompt go by.
package enum Place: Sendable, Hashable {
  case nowhere
  case team(Named)
  case channel(team: Named, Named)
  case chat(Named)
  /// A one-on-one chat that does not exist yet: looking never writes, so the first message makes it.
  case person(Named)
  /// An incident of this program's own, by its number.
  case incident(Named)

  /// The kind of place; a chat that will be is one.
  package var kind: PlaceKind {
    switch self {
    case .nowhere: .nowhere
    case .team: .team
    case .channel: .channel
    case .chat, .person: .chat
    case .incident: .incident
    }
  }

  /// The team one stands in, in a channel too.
  package var team: Named? {
    switch self {
    case .team(let team), .channel(let team, _): team
    case .nowhere, .chat, .person, .incident: nil
    }
  }

  /// The channel, for one who stands in one.
  package var channel: Named? {
    guard case .channel(_, let channel) = self else { return nil }
    return channel
  }

  /// The chat, for one who stands in one.
  package var chat: Named? {
    guard case .chat(let chat) = self else { return nil }
    return chat
  }

  /// The incident, for one who stands at one.
  package var incident: Named? {
    guard case .incident(let incident) = self else { return nil }
    return incident
  }

  /// One level up: from a channel to its team, from anywhere else to nowhere.
  package var parent: Place {
    guard case .channel(let team, _) = self else { return .nowhere }
    return .team(team)
  }

  /// The path that the prompt and `context` show, and that `use` takes back.
  package var path: String {
    switch self {
    case .nowhere: "/"
    case .team(let team): team.name
    case .channel(let team, let channel): "\(team.name)/\(channel.name)"
    case .chat(let chat): chat.name
    case .person(let person): "@\(person.name)"
    case .incident(let incident): "incident \(incident.id)"
    }
  }

  /// How the objects inside this place are keyed in the cache.
  package var cacheKey: String? {
    switch self {
    case .nowhere, .person, .incident: nil
    case .team(let team): team.id
    case .channel(let team, let channel): "\(team.id)/\(channel.id)"
    case .chat(let chat): chat.id
    }
  }
}
