import CommandKit

/// The commands of `call`, in help order.
enum CallCommands {
  static let noun = Noun(
    "call", "Calls that an app makes.",
    [
      CallRing.self
    ])
}
