package import ArgumentParser
package import CommandKit
package import Identity

/// Adds a profile to `config.yaml`, and leaves the rest of that file as it stands.
package struct ProfileCreate: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Add a profile.",
    discussion: "Secrets are not kept in a profile, only the names of the files that hold them.")
  package static let effect = Effect.reads
  package static let columns = Profile.columns
  package static let operands = [Operand(\Self.name)]
  package static let examples = [
    Example(
      "Add a tenant", "profile create work --tenant contoso.com --client-id 00000000-aaaa-bbbb"),
    Example(
      "Add an app that signs in by certificate",
      "profile create nightly --tenant contoso.com --client-id 00000000-aaaa-bbbb "
        + "--certificate ~/nightly.pem"),
    Example(
      "Add a tenant of another cloud", "profile create army --tenant contoso.us --cloud usgov-dod"),
  ]

  @Argument(help: ArgumentHelp("Its name.", valueName: "name"))
  var name: Word

  @Option(help: ArgumentHelp("The tenant's id or a domain of it.", valueName: "name"))
  var tenant: Word?

  @Option(help: ArgumentHelp("The id of the app to sign in with.", valueName: "text"))
  var clientID: Word?

  @Option(help: ArgumentHelp("The cloud that the tenant is in.", valueName: "cloud"))
  var cloud: Cloud?

  @Option(help: ArgumentHelp("The person to sign in as.", valueName: "account"))
  var account: Word?

  @Option(help: ArgumentHelp("A file with the app's secret.", valueName: "file"))
  var secretFile: Word?

  @Option(help: ArgumentHelp("A PEM file with key and certificate.", valueName: "file"))
  var certificate: Word?

  @Option(help: ArgumentHelp("The permissions to ask for, by commas.", valueName: "permission"))
  var scopes: Word?

  @Option(help: ArgumentHelp("Graph's address in a custom cloud.", valueName: "text"))
  var graphURL: Word?

  @Option(help: ArgumentHelp("The login address of a custom cloud.", valueName: "text"))
  var loginURL: Word?

  @Option(help: ArgumentHelp("A word for the prompt.", valueName: "text"))
  var marker: Word?

  @OptionGroup var integration: IntegrationProfileOptions

  @OptionGroup var conduct: BotConductOptions

  @Flag(help: "Start with it from now on.")
  var use = false

  package init() {}

  package func validate() throws {
    if cloud == .custom, graphURL == nil || loginURL == nil {
      throw ValidationError("A custom cloud needs --graph-url and --login-url.")
    }
    if name.text.isEmpty || name.text.contains(where: \.isNewline) {
      throw ValidationError("A profile needs a name on one line.")
    }
  }

  package func run(in session: Session) async throws -> Reply<Note> {
    let profile = profile
    try session.editProfiles { editor in
      try editor.add(profile, named: name.text)
      if use { try editor.setDefault(name.text) }
    }
    return .done(
      "Added the profile \(name.text).", profile.note(named: name.text, isDefault: use))
  }

  private var profile: Profile {
    var profile = Profile()
    profile.tenant = tenant?.text
    profile.clientID = clientID?.text
    profile.cloud = cloud?.rawValue
    profile.account = account?.text
    profile.secretFile = secretFile?.text
    profile.certificate = certificate?.text
    profile.scopes = scopes?.list ?? []
    profile.graphURL = graphURL?.text
    profile.loginURL = loginURL?.text
    profile.marker = marker?.text
    integration.fill(&profile)
    conduct.fill(&profile)
    return profile
  }
}

extension Cloud: ExpressibleByArgument {}
