import CommandKit

/// The commands of `app`, in help order.
enum AppCommands {
  static let noun = Noun(
    "app", "Apps of teams and chats, and the catalogue.",
    [
      AppList.self,
      AppAdd.self,
      AppRemove.self,
    ])
}
