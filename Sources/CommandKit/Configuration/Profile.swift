/// What a profile of `config.yaml` says; every field may be left out.
package struct Profile: Sendable, Hashable {
  package var tenant: String?
  package var clientID: String?
  /// One of Microsoft's clouds, by name.
  package var cloud: String?
  /// The UPN of the person who signs in, where several do.
  package var account: String?
  /// What a sign-in asks for instead of the usual.
  package var scopes: [String] = []
  /// What a sign-in asks for beside that, as `permissions request` keeps it.
  package var furtherScopes: [String] = []
  /// A file of mode 0600 that holds the client secret of an app.
  package var secretFile: String?
  /// A PEM file of mode 0600 that holds an app's certificate and its key.
  package var certificate: String?
  /// A word that the prompt shows, such as `PROD`.
  package var marker: String?
  /// The team that commands work in when one stands nowhere.
  package var team: String?
  /// The channel that the integration's notifications go to.
  package var notificationsChannel: String?
  /// The least severity that the integration notifies of by itself.
  package var severityThreshold: String?
  /// Whether opening and closing an incident is told to that channel.
  package var notifiesOfIncidents: Bool?
  /// The id of the bot: that of its registration, as of its app.
  package var botID: String?
  /// A file of mode 0600 that holds the secret of the bot.
  package var botSecretFile: String?
  /// A PEM file of mode 0600 that holds the bot's certificate and its key.
  package var botCertificate: String?
  /// The directory that knows the bot; `nil` for the usual one first, then the tenant's own.
  package var botType: BotType?
  /// The address of the Bot connector.
  package var connectorURL: String?
  /// The port that the bot's endpoint listens on.
  package var botPort: Int?
  /// The address under which the Bot connector finds the endpoint, as `https://bot.contoso.com`.
  package var botAddress: String?
  /// How the bot deals with those who write to it.
  package var conduct = BotConduct()
  /// Where a sign-in by the integration's login address ends.
  package var redirectURI: String?
  /// What links to forms are called in the integration's messages.
  package var formCaption: String?
  /// The most people that are kept for completion.
  package var cachePeople: Int?
  package var pace: PaceMode?
  package var graphURL: String?
  package var loginURL: String?

  package init() {}

  /// What it says, by the keys of `config.yaml` and in the order in which they are best read.
  package var entries: [(key: String, value: String)] {
    let fields: [(String, String?)] = [
      ("tenant", tenant), ("client-id", clientID), ("cloud", cloud), ("account", account),
      ("scopes", scopes.isEmpty ? nil : scopes.joined(separator: " ")),
      ("further-scopes", furtherScopes.isEmpty ? nil : furtherScopes.joined(separator: " ")),
      ("secret-file", secretFile), ("certificate", certificate), ("marker", marker),
      ("team", team), ("notifications-channel", notificationsChannel),
      ("severity-threshold", severityThreshold),
      ("notify-incidents", notifiesOfIncidents.map(String.init)), ("bot-id", botID),
      ("bot-secret-file", botSecretFile), ("bot-certificate", botCertificate),
      ("bot-type", botType?.rawValue), ("connector-url", connectorURL),
      ("bot-port", botPort.map(String.init)), ("bot-address", botAddress),
    ]
    let further: [(String, String?)] = [
      ("redirect-uri", redirectURI),
      ("form-caption", formCaption), ("cache-people", cachePeople.map(String.init)),
      ("pace", pace?.rawValue),
      ("graph-url", graphURL), ("login-url", loginURL),
    ]
    return (fields + conduct.entries + further).compactMap { key, value in value.map { (key, $0) } }
  }
}

/// The profiles of `config.yaml`, and what was odd in it.
package struct ProfileFile: Sendable, Hashable {
  package var `default`: String?
  package var profiles: [String: Profile] = [:]
  /// Things that do not stop the file from being used, each with its line.
  package var warnings: [Warning] = []

  /// An odd place in the file.
  package struct Warning: Sendable, Hashable {
    package let line: Int
    package let problem: Problem
  }

  /// What is odd about it.
  package enum Problem: Sendable, Hashable {
    case unknownKey(String)
    case wrongValue(key: String)
  }

  package init() {}
}

/// Why `config.yaml` cannot be used at all.
package struct ConfigurationError: Error, Sendable, Hashable {
  /// The reasons.
  package enum Code: Sendable, Hashable {
    case unreadable(reason: String)
    case invalidYAML(line: Int?, reason: String)
    /// A profile that is not there, and what else was odd: its heading may be misspelt.
    case unknownProfile(String, known: [String], warnings: [ProfileFile.Warning])
    case profileExists(String)
    /// The file is written in a way that no program should change.
    case notEditable
    case unwritable(reason: String)
    case unknownCloud(String)
    /// A custom cloud whose addresses are not both named.
    case addressMissing
    case secretFileExposed
    case secretFileUnreadable(reason: String)
    case invalidURL(String)
    case invalidPace(String)
  }

  package let code: Code
  package let path: String

  package init(_ code: Code, path: String) {
    self.code = code
    self.path = path
  }
}
