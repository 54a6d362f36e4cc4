import ArgumentParser
import CommandKit

/// How the bot is to deal with those who write to it, as options of a profile.
struct BotConductOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Whom the bot knows, by commas.", valueName: "account"))
  var botUsers: Word?

  @Option(help: ArgumentHelp("What others may do: refuse or create.", valueName: "kind"))
  var unknownSenders: BotConduct.UnknownSenders?

  @Option(help: ArgumentHelp("The type of incidents from messages.", valueName: "text"))
  var incidentType: Word?

  @Option(help: ArgumentHelp("What is answered to a new incident.", valueName: "text"))
  var welcomeMessage: Word?

  @Option(help: ArgumentHelp("A program to tell of incidents.", valueName: "text"))
  var incidentHook: Word?

  @Option(help: ArgumentHelp("A program to tell of activities.", valueName: "text"))
  var activityHook: Word?

  init() {}

  func fill(_ profile: inout Profile) {
    profile.conduct.users = botUsers?.list ?? []
    profile.conduct.unknownSenders = unknownSenders
    profile.conduct.incidentType = incidentType?.text
    profile.conduct.welcomeMessage = welcomeMessage?.text
    profile.conduct.incidentHook = incidentHook?.text
    profile.conduct.activityHook = activityHook?.text
  }
}

extension BotConduct.UnknownSenders: ExpressibleByArgument {}
