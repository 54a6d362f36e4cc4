import CommandKit

/// The commands of `journal`, in help order.
enum JournalCommands {
  static let noun = Noun(
    "journal", "The record of all writes.",
    [
      JournalList.self,
      JournalShow.self,
    ])
}
