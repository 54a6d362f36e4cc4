import GRDB

/// The message that a request's path names, in a channel or in a chat.
struct MessageSite: Sendable {
  let message: Message
  /// The message's part of a context address.
  let shape: String

  /// - Throws: What Graph says of places and messages that the caller does not reach.
  init(_ db: Database, _ call: Call, forWriting: Bool = false) throws {
    if call.parameters["chat"] != nil {
      let chat = try Chat.find(db, call["chat"], for: call.caller)
      message = try Message.find(db, call["message"], in: chat.id)
      shape = "\(chat.shape)/messages('\(message.id)')"
    } else {
      let room = try ChannelRoom(db, call, forWriting: forWriting)
      let parent = call.parameters["reply"].map { _ in call["message"] }
      let found = try Message.find(
        db, call[parent == nil ? "message" : "reply"], in: room.channel.id, parent: parent)
      message = found
      shape =
        parent.map { "\(room.shape)('\($0)')/replies('\(found.id)')" }
        ?? "\(room.shape)('\(found.id)')"
    }
  }
}
