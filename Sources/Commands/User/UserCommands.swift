import CommandKit

/// The commands of `user`, in help order.
enum UserCommands {
  static let noun = Noun(
    "user", "People and guests of the tenant.",
    [
      UserList.self,
      UserShow.self,
    ])
}
