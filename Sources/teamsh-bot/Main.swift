import ArgumentParser
import BotEndpoint
import Documents
import Foundation
import Logging
import Records
import Transport

/// Runs the bot's messaging endpoint until it is told to end.
@main
struct EndpointCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "teamsh-bot",
    abstract: "Take the activities of a Teams bot in.",
    discussion: """
      Accepted activities go into inbox.sqlite in the data folder, where teamsh finds them. The first \
      line on standard output is one JSON object with port, url and pid, written when requests are \
      answered. SIGTERM and SIGINT end it.
      """
  )

  @Option(help: "The folder of the inbox: teamsh's data folder.")
  var data: String

  @Option(help: "The bot's app id.")
  var botID: String

  @Option(help: "The port; 0 takes a free one.")
  var port = 3978

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

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port is a number from 0 to 65535.")
    }
    guard (certificate == nil) == (key == nil) else {
      throw ValidationError("--certificate and --key belong together.")
    }
    guard !botID.isEmpty else { throw ValidationError("--bot-id is empty.") }
  }

  func run() async throws {
    LoggingSystem.bootstrap(LineLog.init)
    let logger = Logger(label: "teamsh-bot")
    do {
      let server = try EndpointServer(
        endpoint, transport: CurlTransport(configuration: Self.curl), logger: logger)
      if server.foundDamagedInbox { logger.warning("damaged inbox moved aside") }
      try await server.run(untilSignalled: true) { status in
        let line: JSON = [
          "port": .int(status.port), "url": .string(status.url),
          "pid": .int(Int(status.process.process)),
        ]
        try FileHandle.standardOutput.write(contentsOf: Data((line.text() + "\n").utf8))
      }
      logger.info("ended")
    } catch {
      try FileHandle.standardError.write(contentsOf: Data("teamsh-bot: \(Words.of(error))\n".utf8))
      throw ExitCode.failure
    }
  }

  private var endpoint: EndpointConfiguration {
    var rules = TokenRules(botID: botID)
    if let issuer { rules = TokenRules(botID: botID, issuer: issuer) }
    var endpoint = EndpointConfiguration(folder: data, rules: rules)
    if let metadata { endpoint.metadata = metadata }
    endpoint.port = port
    endpoint.host = host ?? (certificate == nil ? "127.0.0.1" : "0.0.0.0")
    if let certificate, let key {
      endpoint.certificate = EndpointConfiguration.Certificate(file: certificate, keyFile: key)
    }
    return endpoint
  }

  /// Keys are a few thousand bytes; a server that sends more is not the right one.
  private static var curl: CurlConfiguration {
    var curl = CurlConfiguration(environment: ProcessInfo.processInfo.environment)
    curl.userAgent = "teamsh-bot"
    curl.largestBody = 1 << 20
    return curl
  }
}
