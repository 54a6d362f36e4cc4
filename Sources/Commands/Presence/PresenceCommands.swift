import CommandKit

/// The commands of `presence`, in help order.
enum PresenceCommands {
  static let noun = Noun(
    "presence", "Whether people are there.",
    [
      PresenceShow.self
    ])
}
