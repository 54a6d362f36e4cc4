package import Foundation
package import Identity
package import Output
import Records

/// What a session is started with: options over `TEAMSH_*` over the profile over the defaults.
package struct Configuration: Sendable {
  package var profileName: String?
  package var profile: Profile
  package var files: FileLocations
  /// Microsoft's sign-in root, without a slash at its end.
  package var loginRoot: URL
  /// Graph's root, without a version and without a slash at its end.
  package var graphRoot: URL
  /// The Bot connector's root, without a slash at its end; `nil` where nothing names it.
  package var connectorRoot: URL?
  package var tenant: String?
  package var clientID: String?
  /// The id of the bot's registration.
  package var botID: String?
  /// A token that was got elsewhere.
  package var accessToken: Secret?
  /// The identity that every command has to use; `nil` to let each choose.
  package var identity: IdentityKind?
  package var output: OutputFormat?
  package var isReadOnly = false
  /// Whether text is only ever added to the screen, as a screen reader wants it.
  package var isAccessible = false
  /// Whether programs, files to write and files elsewhere are refused; nothing in a session changes it.
  package var isRestricted = false
  package var pace = PaceMode.published
  /// What the environment says of the terminal.
  package var terminal = TerminalSurroundings()
  /// The variables that it was read from, for another program of ours that is to read the same; a ready
  /// token is none of them.
  package var variables: [String: String] = [:]
  /// What was odd in `config.yaml`.
  package var warnings: [ProfileFile.Warning] = []

  /// The cloud that the profile names; Microsoft's own where it names none.
  package var cloud: Cloud { profile.cloud.flatMap(Cloud.init(rawValue:)) ?? .global }

  /// The authority that tokens are asked from, once the tenant is known.
  package func authority() throws(CommandError) -> Authority {
    guard let tenant else { throw CommandError(.tenantMissing) }
    return Authority(loginRoot: loginRoot, tenant: tenant, graphRoot: graphRoot)
  }
}

extension Configuration {
  /// What was given on the command line and outranks everything else.
  package struct Options: Sendable, Hashable {
    package var profile: String?
    package var output: OutputFormat?
    package var identity: IdentityKind?
    package var isReadOnly = false
    package var isRestricted = false
    package var pace: PaceMode?

    package init() {}
  }

  /// Reads `config.yaml` and the environment.
  ///
  /// - Throws: ``ConfigurationError`` for a file that cannot be used, a profile that is not in it, or an
  ///   address that is none.
  package init(options: Options, environment: [String: String]) throws(ConfigurationError) {
    let files = FileLocations(environment: environment)
    let file = try ProfileFile(contentsOf: files.configFile)
    let name = options.profile ?? environment["TEAMSH_PROFILE"] ?? file.default
    var profile = Profile()
    if let name {
      guard let named = file.profiles[name] else {
        throw ConfigurationError(
          .unknownProfile(
            name, known: file.profiles.keys.sorted(), warnings: file.warnings),
          path: files.configFile)
      }
      profile = named
    }
    func value(_ variable: String, _ fallback: String?) -> String? {
      environment[variable].flatMap { $0.isEmpty ? nil : $0 } ?? fallback
    }
    self.files = files
    self.profile = profile
    profileName = name
    warnings = file.warnings
    variables = environment.filter {
      $0.key.hasPrefix("TEAMSH_") && $0.key != "TEAMSH_ACCESS_TOKEN"
    }
    terminal = TerminalSurroundings(environment: environment)
    tenant = value("TEAMSH_TENANT", profile.tenant)
    clientID = value("TEAMSH_CLIENT_ID", profile.clientID)
    botID = value("TEAMSH_BOT_ID", profile.botID)
    accessToken = value("TEAMSH_ACCESS_TOKEN", nil).map { Secret($0) }
    let roots = try Self.cloud(of: profile, path: files.configFile).roots
    graphRoot = try Self.root(
      value("TEAMSH_GRAPH_URL", profile.graphURL) ?? roots?.graph, path: files.configFile)
    loginRoot = try Self.root(
      value("TEAMSH_LOGIN_URL", profile.loginURL) ?? roots?.login, path: files.configFile)
    connectorRoot = try (value("TEAMSH_BOT_URL", profile.connectorURL) ?? roots?.connector)
      .map { (address) throws(ConfigurationError) in
        try Self.root(address, path: files.configFile)
      }
    identity = options.identity
    output = options.output
    isReadOnly = options.isReadOnly
    isAccessible =
      !["", "0"].contains(environment["ACCESSIBLE"] ?? "") || environment["TERM"] == "dumb"
    isRestricted = options.isRestricted || value("TEAMSH_RESTRICTED", nil).map { $0 != "0" } == true
    pace =
      if let pace = options.pace {
        pace
      } else {
        try Self.pace(environment["TEAMSH_PACE"], profile, files.configFile)
      }
  }

  private static func pace(
    _ text: String?, _ profile: Profile, _ path: String
  ) throws(ConfigurationError) -> PaceMode {
    guard let text, !text.isEmpty else { return profile.pace ?? .published }
    guard let mode = PaceMode(rawValue: text) else {
      throw ConfigurationError(.invalidPace(text), path: path)
    }
    return mode
  }

  private static func cloud(
    of profile: Profile, path: String
  ) throws(ConfigurationError) -> Cloud {
    guard let name = profile.cloud else { return .global }
    guard let cloud = Cloud(rawValue: name) else {
      throw ConfigurationError(.unknownCloud(name), path: path)
    }
    return cloud
  }

  private static func root(_ text: String?, path: String) throws(ConfigurationError) -> URL {
    guard let text else { throw ConfigurationError(.addressMissing, path: path) }
    var trimmed = text
    while trimmed.hasSuffix("/") { trimmed.removeLast() }
    guard let url = URL(string: trimmed), url.host != nil, ["http", "https"].contains(url.scheme)
    else {
      throw ConfigurationError(.invalidURL(text), path: path)
    }
    return url
  }
}
