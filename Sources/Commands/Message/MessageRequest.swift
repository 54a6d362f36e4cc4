import CommandKit
import Graph

/// The requests for the messages of a conversation.
enum MessageRequest {
  /// The messages of a place; none of a chat that nobody wrote in yet.
  static func path(of place: Place) -> GraphPath? {
    switch place {
    case .channel(let team, let channel): "/teams/\(team.id)/channels/\(channel.id)/messages"
    case .chat(let chat): "/chats/\(chat.id)/messages"
    case .nowhere, .team, .person, .incident: nil
    }
  }

  static func one(_ location: MessageLocation) -> GraphRequest<ChatMessage> {
    .get(location.path, headers: Preference.newMembers)
  }

  static func newest(_ path: GraphPath, limit: Int?) -> GraphRequest<ChatMessage> {
    .get(path, ["$top": String(pageSize(for: limit))], headers: Preference.newMembers)
  }

  /// Pages of 50 are the most that Graph gives; a limit ends with a page where it can, so that the link
  /// to the next one leads to what follows.
  static func pageSize(for limit: Int?) -> Int {
    guard let limit, limit > 50 else { return max(limit ?? 50, 1) }
    return (25...50).last { limit.isMultiple(of: $0) } ?? 50
  }
}
