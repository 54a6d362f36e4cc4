import CommandKit

/// The commands of `message`, in help order.
enum MessageCommands {
  static let noun = Noun(
    "message", "Messages in channels and chats.",
    [
      MessageList.self,
      MessageShow.self,
      MessageSend.self,
      MessageReply.self,
      MessageExport.self,
    ])
}
