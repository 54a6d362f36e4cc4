import CommandKit
import Graph

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
}
