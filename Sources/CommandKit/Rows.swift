package import Documents
package import Graph

/// How Graph's objects are listed and pointed at.
extension Team: Listed {
  package var reference: String { id }
}

extension User: Listed {
  package var reference: String { id }
}

extension Chat: Listed {
  package var reference: String { id }
}

extension ChatMessage: Listed {}

extension ConversationMember: Listed {
  /// The user's id, since that is what other commands take; the membership's where there is no user.
  package var reference: String { userID ?? id }
}

/// A channel and the team it is in, which Graph's channel does not say.
package struct TeamChannel: Listed {
  package let channel: Channel
  package let teamID: String

  package init(_ channel: Channel, of teamID: String) {
    self.channel = channel
    self.teamID = teamID
  }

  package var document: JSON { channel.document }
  package var reference: String { "\(teamID)/\(channel.id)" }
}
