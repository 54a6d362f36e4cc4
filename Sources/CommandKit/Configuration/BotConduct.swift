/// How the bot of a profile deals with those who write to it.
package struct BotConduct: Sendable, Hashable {
  /// What becomes of somebody whom the bot does not know.
  package enum UnknownSenders: String, Sendable, CaseIterable {
    /// They are told that they may do nothing.
    case refuse
    /// They may open incidents, and nothing else.
    case create
  }

  /// The mail addresses, UPNs or ids of those whom it knows; empty for every member of the tenant.
  package var users: [String] = []
  package var unknownSenders: UnknownSenders?
  /// The type of an incident whose message names none.
  package var incidentType: String?
  /// What is answered to somebody who opened an incident; `no_welcome_message` for nothing.
  ///
  /// `<incident_name>` and `<incident_id>` in it stand for the incident's.
  package var welcomeMessage: String?
  /// A line for `/bin/sh` that gets each change of an incident as JSON on its standard input.
  package var incidentHook: String?
  /// A line for `/bin/sh` that gets each activity as JSON on its standard input.
  package var activityHook: String?

  package init() {}

  /// What it says, by the keys of `config.yaml`.
  var entries: [(String, String?)] {
    [
      ("bot-users", users.isEmpty ? nil : users.joined(separator: " ")),
      ("unknown-senders", unknownSenders?.rawValue), ("incident-type", incidentType),
      ("welcome-message", welcomeMessage), ("incident-hook", incidentHook),
      ("activity-hook", activityHook),
    ]
  }
}
