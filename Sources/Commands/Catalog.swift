package import CommandKit

extension Catalog {
  /// Every command of teamsh, in help order.
  package static let teamsh = Catalog(nouns, integration: IntegrationCommand.all)

  private static let nouns = [
    AccountCommands.noun, ProfileCommands.noun, PlaceCommands.noun, TeamCommands.noun,
    ChannelCommands.noun, MemberCommands.noun, ChatCommands.noun, MessageCommands.noun,
    AppCommands.noun, NotifyCommands.noun, AskCommands.noun, BotCommands.noun,
    IncidentCommands.noun, MeetingCommands.noun,
    CallCommands.noun, UserCommands.noun,
    PresenceCommands.noun, GraphCommands.noun, PermissionsCommands.noun, CacheCommands.noun,
    JournalCommands.noun, HistoryCommands.noun, LocalCommands.noun,
  ]
}
