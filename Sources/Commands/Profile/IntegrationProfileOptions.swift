import ArgumentParser
import CommandKit
import Records

/// What was set for an instance of the Teams integration, as options of a profile.
struct IntegrationProfileOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The team to work in when you stand nowhere.", valueName: "name"))
  var team: Word?

  @Option(help: ArgumentHelp("The channel that notifications go to.", valueName: "name"))
  var notificationsChannel: Word?

  @Option(help: ArgumentHelp("The least severity to notify of.", valueName: "kind"))
  var severityThreshold: Severity?

  @Flag(help: "Tell that channel when an incident opens or closes.")
  var notifyIncidents = false

  @Option(help: ArgumentHelp("The id of the bot.", valueName: "text"))
  var botID: Word?

  @Option(help: ArgumentHelp("The port of the bot's endpoint.", valueName: "number"))
  var botPort: Int?

  @Option(help: ArgumentHelp("The endpoint's public address.", valueName: "link"))
  var botAddress: Word?

  @Option(help: ArgumentHelp("Where a sign-in by address ends.", valueName: "text"))
  var redirectURI: Word?

  @Option(help: ArgumentHelp("What links to forms are called.", valueName: "text"))
  var formCaption: Word?

  init() {}

  func fill(_ profile: inout Profile) {
    profile.team = team?.text
    profile.notificationsChannel = notificationsChannel?.text
    profile.severityThreshold = severityThreshold?.rawValue
    profile.notifiesOfIncidents = notifyIncidents ? true : nil
    profile.botID = botID?.text
    profile.botPort = botPort
    profile.botAddress = botAddress?.text
    profile.redirectURI = redirectURI?.text
    profile.formCaption = formCaption?.text
  }
}

extension Severity: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(word: Word(argument: argument)?.text ?? argument)
  }
}
