import CommandKit
import Graph

/// The requests for the messages of a conversation.
enum MessageRequest {
  /// The messages of a place; none of a chat that nobody wrote in yet.
  static func path(of place: Place) -> GraphPath? {
    switch place {
    case .channel(let team, let channel): "/teams/\(team.id)/channels/\(channel.id)/messages"
    case .chat(let chat): "/chats/\(chat.id)/messages"
    case .nowhere, .team, .person: nil
    }
  }

  /// Pages of 50 are the most that Graph gives; fewer where fewer are wanted.
  static func newest(_ path: GraphPath, limit: Int?) -> GraphRequest<ChatMessage> {
    .get(
      path, ["$top": String(min(max(limit ?? 50, 1), 50))],
      headers: Preference.newMembers)
  }
}
