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
      MessageUpdate.self,
      MessageDelete.self,
      MessageRestore.self,
      MessageReact.self,
      MessageUnreact.self,
      MessagePin.self,
      MessageUnpin.self,
      MessageExport.self,
    ])
}
