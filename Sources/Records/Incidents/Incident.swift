package import Documents
package import Foundation

/// Something that happened and that people work on until it is over.
package struct Incident: Sendable, Hashable {
  /// Its number, by which people call it; none is given twice.
  package let number: Int64
  package var name: String
  package var type: String?
  package var severity = Severity.unknown
  /// Who works on it.
  package var owner: String?
  package var labels: [String] = []
  package var details: String?
  /// Who opened it, where it came from Teams.
  package var reporter: String?
  /// The activity that opened it, without what tells of the tenant; `nil` for one opened by hand.
  package var raw: JSON?
  package let createdAt: Date
  package var updatedAt: Date
  package var closedAt: Date?
  package var closeReason: String?

  package var isClosed: Bool { closedAt != nil }
}

extension Incident {
  /// An incident that is not yet in the store.
  package struct Draft: Sendable, Hashable {
    package var name: String
    package var type: String?
    package var severity = Severity.unknown
    package var owner: String?
    package var labels: [String] = []
    package var details: String?
    package var reporter: String?
    package var raw: JSON?
    /// What tells a second attempt at the same from another one, such as an activity's key.
    package var source: String?

    package init(name: String) {
      self.name = name
    }
  }

  /// What somebody wrote about an incident.
  package struct Note: Sendable, Hashable {
    package let number: Int64
    package let incident: Int64
    package let author: String
    /// The author's mail address, where it is known.
    package let mail: String?
    package let text: String
    /// Whether it came from Teams; such a note is never sent back there.
    package let isFromTeams: Bool
    package let createdAt: Date
  }
}

/// The channel in which an incident is mirrored.
package struct Mirror: Sendable, Hashable {
  /// What of the incident is mirrored.
  package enum Content: String, Sendable, CaseIterable {
    /// Notes, and what changes in the incident.
    case all
    /// Notes alone.
    case chat
    case none
  }

  /// Which way notes go.
  package enum Direction: String, Sendable, CaseIterable {
    case both
    case toTeams = "to-teams"
    case fromTeams = "from-teams"
  }

  package let incident: Int64
  package let teamID: String
  package var teamName: String
  package let channelID: String
  package var channelName: String
  package var content = Content.all
  package var direction = Direction.both
  /// Whether the channel is deleted with the end of the incident.
  package var closesChannel = true
  /// Whether the bot has said in the channel what it is for.
  package var isAnnounced = false

  package init(
    incident: Int64, team: (id: String, name: String), channel: (id: String, name: String)
  ) {
    self.incident = incident
    teamID = team.id
    teamName = team.name
    channelID = channel.id
    channelName = channel.name
  }

  package var takesFromTeams: Bool { content != .none && direction != .toTeams }
  package var sendsToTeams: Bool { content != .none && direction != .fromTeams }
}
