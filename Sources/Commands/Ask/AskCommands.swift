import CommandKit

/// The commands of `ask`, in help order.
enum AskCommands {
  static let noun = Noun(
    "ask", "Questions of the bot's, and their answers.", standard: AskSend.self,
    [
      AskSend.self, AskWait.self, AskList.self, AskShow.self,
    ])
}
