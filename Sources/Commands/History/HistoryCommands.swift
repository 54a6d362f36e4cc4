import CommandKit

/// The commands of `history`, in help order; alone it lists.
enum HistoryCommands {
  static let noun = Noun(
    "history", "The lines typed before.", standard: HistoryList.self,
    [
      HistoryList.self,
      HistoryDelete.self,
      HistoryClear.self,
      HistoryPrivate.self,
    ])
}
