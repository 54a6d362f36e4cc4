import ArgumentParser
import BotEndpoint
import CommandKit
import Commands
import Documents
import Foundation
import Logging
import Output
import Records
import Transport

/// Runs the bot's messaging endpoint until it is told to end.
@main
struct EndpointCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "teamsh-bot",
    abstract: "Take the activities of a Teams bot in, and answer them.",
    discussion: """
      Accepted activities go into inbox.sqlite in the data folder, where teamsh finds them. The first \
      line on standard output is one JSON object with port, url and pid, written when requests are \
      answered. With --answer the bot of a profile of teamsh's config.yaml answers what comes: questions, \
      direct messages, and channels in which incidents are mirrored. SIGTERM and SIGINT end it.
      """
  )

  @Option(help: "The folder of the inbox; teamsh's data folder where it is left out.")
  var data: String?

  @Option(help: "The bot's app id; that of the profile where it is left out.")
  var botID: String?

  @Option(help: "The port; 0 takes a free one. The profile's, or 3978.")
  var port: Int?

  @Option(
    help: "The address; by default this machine alone, and with a certificate every interface.")
  var host: String?

  @Option(help: "A PEM file with the certificate and its chain; HTTPS is served then.")
  var certificate: String?

  @Option(help: "A PEM file with the certificate's key.")
  var key: String?

  @Option(help: "Where the connector's OpenID metadata is.")
  var metadata: String?

  @Option(help: "Who issues the connector's tokens.")
  var issuer: String?

  @Option(help: "A profile of teamsh's config.yaml.")
  var profile: String?

  @Flag(help: "Answer what comes in, as the profile's bot.")
  var answer = false

  @Flag(help: "With --answer: read the bot's secret from standard input.")
  var secretFromInput = false

  func validate() throws {
    if let port, !(0...65_535).contains(port) {
      throw ValidationError("--port is a number from 0 to 65535.")
    }
    guard (certificate == nil) == (key == nil) else {
      throw ValidationError("--certificate and --key belong together.")
    }
    if botID == "" { throw ValidationError("--bot-id is empty.") }
    if secretFromInput, !answer {
      throw ValidationError("--secret-from-input goes with --answer.")
    }
  }

  func run() async throws {
    LoggingSystem.bootstrap(LineLog.init)
    Console.ignoreClosedPipes()
    let logger = Logger(label: "teamsh-bot")
    do {
      let teamsh = try configuration()
      let server = try EndpointServer(
        try endpoint(teamsh), transport: CurlTransport(configuration: Self.curl), logger: logger)
      if server.foundDamagedInbox { logger.warning("damaged inbox moved aside") }
      try await whileAnswering(teamsh, logger) {
        try await server.run(untilSignalled: true) { try Self.tellReady($0) }
      }
      logger.info("ended")
    } catch {
      try FileHandle.standardError.write(contentsOf: Data("teamsh-bot: \(Words.of(error))\n".utf8))
      throw ExitCode.failure
    }
  }

  /// What teamsh would be started with here.
  private func configuration() throws -> Configuration {
    var options = Configuration.Options()
    options.profile = profile
    var configuration = try Configuration(
      options: options, environment: ProcessInfo.processInfo.environment)
    // What is signed in elsewhere is a person's.
    configuration.accessToken = nil
    if let botID { configuration.botID = botID }
    return configuration
  }

  private func endpoint(_ teamsh: Configuration) throws -> EndpointConfiguration {
    guard let bot = teamsh.botID else { throw CommandError(.botMissing(.id)) }
    let origin = ConnectorOrigin(teamsh)
    var rules = TokenRules(botID: bot)
    if let issuer = issuer ?? origin.issuer { rules = TokenRules(botID: bot, issuer: issuer) }
    var endpoint = EndpointConfiguration(folder: data ?? teamsh.files.data, rules: rules)
    if let metadata = metadata ?? origin.metadata { endpoint.metadata = metadata }
    endpoint.port = port ?? teamsh.profile.botPort ?? endpoint.port
    endpoint.host = host ?? (certificate == nil ? "127.0.0.1" : "0.0.0.0")
    if let certificate, let key {
      endpoint.certificate = EndpointConfiguration.Certificate(file: certificate, keyFile: key)
    }
    return endpoint
  }

  /// Serves, and meanwhile answers what came, where that is asked for.
  private func whileAnswering(
    _ teamsh: Configuration, _ logger: Logger,
    _ serving: @escaping @Sendable () async throws -> Void
  ) async throws {
    guard answer else { return try await serving() }
    let answering = try Answering(
      configuration: teamsh, folder: data, secret: secretFromInput ? Self.secret() : nil,
      logger: logger)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask {
        try await serving()
        return true
      }
      group.addTask {
        await answering.run()
        return false
      }
      defer { group.cancelAll() }
      while let isOver = try await group.next(), !isOver {}
    }
  }

  /// The first line of standard input.
  private static func secret() -> String? {
    readLine(strippingNewline: true)
  }

  private static func tellReady(_ status: EndpointStatus) throws {
    let line: JSON = [
      "port": .int(status.port), "url": .string(status.url),
      "pid": .int(Int(status.process.process)),
    ]
    try FileHandle.standardOutput.write(contentsOf: Data((line.text() + "\n").utf8))
  }

  /// Keys are a few thousand bytes; a server that sends more is not the right one.
  private static var curl: CurlConfiguration {
    var curl = CurlConfiguration(environment: ProcessInfo.processInfo.environment)
    curl.userAgent = "teamsh-bot"
    curl.largestBody = 1 << 20
    return curl
  }
}
