import CommandKit

/// The commands of `team`, in help order.
enum TeamCommands {
  static let noun = Noun(
    "team", "Teams of the tenant.",
    [
      TeamList.self,
      TeamShow.self,
    ])
}
