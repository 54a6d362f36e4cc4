import CommandKit

/// The commands of `notify`, in help order.
enum NotifyCommands {
  static let noun = Noun(
    "notify", "What the bot tells people and channels.", standard: NotifySend.self,
    [
      NotifySend.self, NotifyPerson.self, NotifyUpdate.self,
    ])
}
