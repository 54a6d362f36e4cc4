package import ArgumentParser
package import CommandKit
import Documents
import Foundation
import Identity
import Records

/// Starts the bot's messaging endpoint, which goes on when the prompt ends.
package struct BotListen: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "listen", abstract: "Start the bot's messaging endpoint.",
    discussion: """
      A process of its own takes in what the Bot connector sends, until bot stop. Without a certificate it \
      listens on this machine only, for a reverse proxy in front of it; with one it serves HTTPS on every \
      interface. Its inbox and its log are in the data folder. --foreground stays until Ctrl-C.
      """)
  package static let effect = Effect.reads
  package static let columns = EndpointReport.columns
  package static let examples = [
    Example(
      "Start it on a free port, and end it",
      "bot listen --bot-id 00000000-aaaa-bbbb --port 0; bot stop")
  ]

  @Option(help: ArgumentHelp("The port; 0 for a free one.", valueName: "number"))
  var port: Int?

  @Option(help: ArgumentHelp("A PEM file with the certificate.", valueName: "file"))
  var certificate: Word?

  @Option(help: ArgumentHelp("A PEM file with its key.", valueName: "file"))
  var key: Word?

  @Option(help: ArgumentHelp("The bot's app id.", valueName: "text"))
  var botID: Word?

  @Flag(help: "Stay until Ctrl-C, which ends it.")
  var foreground = false

  package init() {}

  package func validate() throws {
    if let port, !(0...65_535).contains(port) {
      throw ValidationError("--port is a number from 0 to 65535.")
    }
    guard (certificate == nil) == (key == nil) else {
      throw ValidationError("--certificate and --key belong together.")
    }
  }

  package func run(in session: Session) async throws -> Reply<Note> {
    let configuration = session.workspace.configuration
    if configuration.isRestricted { throw CommandError(.restricted(.program)) }
    let files = configuration.files
    if EndpointLock.isTaken(in: files.data), let report = try EndpointReport(files) {
      return .done(
        "The endpoint is running already, on \(report.status.url).", report.note(files))
    }
    guard let bot = botID?.text ?? configuration.botID else {
      throw CommandError(.botMissing(.id))
    }
    let secret = session.workspace.identities[.bot]?.secret
    let answers = try answers(configuration, bot, secret)
    if !answers {
      session.tell(
        "The bot only listens: without its secret it answers nobody. Name one as bot-secret-file of the "
          + "profile, or sign in first: login --bot")
    }
    let program = EndpointProgram(
      path: InstalledProgram.path(of: "teamsh-bot"),
      arguments: arguments(configuration)
        + (answers ? ["--answer"] : []) + (answers && secret != nil ? ["--secret-from-input"] : []),
      variables: configuration.variables, secret: secret, log: files.endpointLogFile)
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      throw EndpointFault.programMissing(program.path)
    }
    return try await start(program, session)
  }

  private func start(_ program: EndpointProgram, _ session: Session) async throws -> Reply<Note> {
    let files = session.workspace.configuration.files
    let running = try program.start()
    running.reapInTime()
    guard let line = await running.firstLine(), let url = line["url"]?.string,
      let report = try EndpointReport(files)
    else { throw EndpointFault.notStarted(reason: program.lastWords, log: program.log) }
    guard foreground else {
      return .done(
        "The endpoint listens on \(url), process \(running.process).",
        report.note(files))
    }
    session.tell("The endpoint listens on \(url). Ctrl-C ends it.")
    await running.wait()
    try Task.checkCancellation()
    return .done("The endpoint has ended.")
  }

  /// Whether the endpoint can sign the bot in, to answer what comes.
  private func answers(
    _ configuration: Configuration, _ bot: String, _ secret: Secret?
  ) throws -> Bool {
    guard bot == configuration.botID else { return false }
    return try secret != nil || configuration.botCredential() != nil
  }

  /// What the endpoint cannot read in `config.yaml` itself.
  private func arguments(_ configuration: Configuration) -> [String] {
    var arguments: [String] = []
    if let profile = configuration.profileName { arguments += ["--profile", profile] }
    if let botID { arguments += ["--bot-id", botID.text] }
    if let port { arguments += ["--port", "\(port)"] }
    if let certificate, let key {
      arguments += ["--certificate", certificate.text, "--key", key.text]
    }
    return arguments
  }
}
