import CommandKit

/// The commands of `member`, in help order.
enum MemberCommands {
  static let noun = Noun(
    "member", "Members of a team, channel or chat.",
    [
      MemberList.self,
      MemberAdd.self,
      MemberUpdate.self,
      MemberRemove.self,
    ])
}
