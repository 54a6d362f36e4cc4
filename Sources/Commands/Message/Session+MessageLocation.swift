import CommandKit
import Graph

extension MessageLocation {
  /// The message as the journal names it.
  var named: Named { Named(id: path.text, name: "message") }
}

extension Session {
  /// Where a message is: its own reference says it, or the options, or where one stands.
  func location(
    of message: MessageReference, in container: ConversationOptions, for purpose: Purpose
  ) async throws -> MessageLocation {
    var place = self.place
    if container.team != nil || container.channel != nil || container.chat != nil {
      place = try await self.place(
        team: container.team, channel: container.channel, chat: container.chat,
        kinds: [.channel, .chat], for: purpose)
    }
    let location = try message.locate(in: self, at: place)
    call.work(in: location.kind)
    return location
  }

  /// The conversation that a message is in, by the name that one knows it by.
  func place(of location: MessageLocation) -> Place {
    let (team, channel, chat) = (place.team, place.channel, place.chat)
    switch location {
    case .channel(let teamID, let channelID, _, _):
      if let team, let channel, team.id == teamID, channel.id == channelID {
        return .channel(team: team, channel)
      }
      return .channel(
        team: Named(id: teamID, name: "the team"), Named(id: channelID, name: "the channel"))
    case .chat(let id, _):
      if let chat, chat.id == id { return .chat(chat) }
      return .chat(Named(id: id, name: "the chat"))
    }
  }

  /// Where Graph does what only a person does to a message: for chats below that person.
  func ownPath(of location: MessageLocation) async throws -> GraphPath {
    guard case .chat(let chat, let message) = location else { return location.path }
    return "/users/\(try await me().id)/chats/\(chat)/messages/\(message)"
  }

  /// The chat that a message is in.
  ///
  /// - Throws: ``CommandError`` for a message of a channel.
  func chat(
    of location: MessageLocation, for what: String
  ) throws(CommandError) -> (chat: String, message: String) {
    guard case .chat(let chat, let message) = location else {
      throw CommandError(.chatsOnly(what: what))
    }
    return (chat, message)
  }
}
