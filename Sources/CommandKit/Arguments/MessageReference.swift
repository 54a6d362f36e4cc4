import ArgumentParser
import Documents
package import Graph

/// A message as someone names it: by its id where one stands, by `%3`, by its reference, or by a link.
package struct MessageReference: WordReference {
  package let word: Word

  package init(_ word: Word) { self.word = word }

  /// Finds where the message is; whether it is there, the request itself will tell.
  ///
  /// A bare id is looked for in the conversation at hand.
  package func locate(in session: Session, at place: Place) throws -> MessageLocation {
    if case .link(let link) = try Target(word) {
      guard let message = link.message else { throw CommandError(.linkUnknown(word.text)) }
      if let chat = link.chat { return .chat(chat, message: message) }
      guard let team = link.team, let channel = link.channel else {
        throw CommandError(.linkUnknown(word.text))
      }
      return .channel(team: team, channel: channel, message: message, reply: nil)
    }
    if let location = MessageLocation(reference: word.text) { return location }
    switch place {
    case .channel(let team, let channel):
      return .channel(team: team.id, channel: channel.id, message: word.text, reply: nil)
    case .chat(let chat):
      return .chat(chat.id, message: word.text)
    case .nowhere, .team, .person, .incident:
      throw CommandError(.placeNeeded([.channel, .chat]))
    }
  }
}

/// Where a message is found: a chat, or a channel and the conversation in it.
package enum MessageLocation: Sendable, Hashable {
  case channel(team: String, channel: String, message: String, reply: String?)
  case chat(String, message: String)

  /// Reads `team/channel/message`, `team/channel/message/reply` or `chat/message`.
  package init?(reference: String) {
    let parts = reference.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    switch parts.count {
    case 2 where parts[0].contains(":"):
      self = .chat(parts[0], message: parts[1])
    case 3, 4:
      self = .channel(
        team: parts[0], channel: parts[1], message: parts[2],
        reply: parts.count == 4 ? parts[3] : nil)
    default:
      return nil
    }
  }

  /// The kind of place that the message is in.
  package var kind: PlaceKind {
    if case .chat = self { .chat } else { .channel }
  }

  /// The message's own path.
  package var path: GraphPath {
    switch self {
    case .chat(let chat, let message):
      "/chats/\(chat)/messages/\(message)"
    case .channel(let team, let channel, let message, nil):
      "/teams/\(team)/channels/\(channel)/messages/\(message)"
    case .channel(let team, let channel, let message, let reply?):
      "/teams/\(team)/channels/\(channel)/messages/\(message)/replies/\(reply)"
    }
  }

  /// Where answers to the message go: below the message that began the conversation.
  package var repliesPath: GraphPath {
    switch self {
    case .chat(let chat, _): "/chats/\(chat)/messages"
    case .channel(let team, let channel, let message, _):
      "/teams/\(team)/channels/\(channel)/messages/\(message)/replies"
    }
  }
}

extension ChatMessage {
  /// The word that points back at the message: `team/channel/message[/reply]` or `chat/message`.
  package var reference: String {
    if let chatID { return "\(chatID)/\(id)" }
    guard let teamID, let channelID else { return id }
    guard let replyToID, !replyToID.isEmpty else { return "\(teamID)/\(channelID)/\(id)" }
    return "\(teamID)/\(channelID)/\(replyToID)/\(id)"
  }
}
