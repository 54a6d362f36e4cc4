import CommandKit

/// The commands of `bot`, in help order.
enum BotCommands {
  static let noun = Noun(
    "bot", "The bot, and its messaging endpoint.",
    [
      BotShow.self,
      BotListen.self,
      BotStatus.self,
      BotStop.self,
      BotEndpoint.self,
    ])
}
