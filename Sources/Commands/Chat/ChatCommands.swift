import CommandKit

/// The commands of `chat`, in help order.
enum ChatCommands {
  static let noun = Noun(
    "chat", "Chats of one, two or more people.",
    [
      ChatList.self,
      ChatShow.self,
      ChatCreate.self,
      ChatUpdate.self,
    ])
}
