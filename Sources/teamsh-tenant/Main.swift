import ArgumentParser
import Foundation
import Simulator

extension TenantCloud: ExpressibleByArgument {}

/// Serves a company on this machine that Microsoft Graph and Entra ID clients can use.
@main
struct TenantCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "teamsh-tenant",
    abstract: "Serve a local Microsoft 365 tenant.",
    discussion: """
      The first line on standard output is one JSON object with the addresses, the client id and \
      secret, and the administrator's name. It is written when requests are answered.
      """
  )

  @Option(help: "The port on the loopback interface; 0 takes a free one.")
  var port = 0

  @Flag(help: "Serve HTTPS and HTTP/2 with a certificate made now; caFile says whom to trust.")
  var tls = false

  @Option(help: "Keep the tenant in this file between runs.")
  var data: String?

  @Option(help: "How many people the company has.")
  var people = 200

  @Option(help: "How many teams it has.")
  var teams = 24

  @Option(help: "About how many channel messages there are; half of them in Contoso IT/General.")
  var messages = 2000

  @Option(help: "The seed: the same one makes the same company.")
  var seed: UInt64 = 1

  @Option(help: "Hold every answer of Graph back for this many milliseconds.")
  var latency = 0

  @Option(
    help: "For how many milliseconds new teams and groups do not answer, and operations go on.")
  var settle = 300

  @Option(help: "The cloud that documents and tokens name: global, usgov, usgov-dod or china.")
  var cloud = TenantCloud.global

  @Option(help: "Register the certificate in this PEM file for both apps.")
  var clientCertificate: String?

  @Option(help: "Send what happens to the bot to this address on this machine.")
  var botEndpoint: String?

  @Flag(help: "Register the bot for this tenant alone, not for several.")
  var singleTenantBot = false

  @Flag(help: "Keep Graph's published limits, and answer 429 above them.")
  var throttle = false

  @Option(help: "Let requests go wrong by the rules in this JSON file.")
  var faults: String?

  @Option(help: "Append one JSON line for each request to this file.")
  var record: String?

  @Flag(help: "End when standard input closes, as it does when the parent process ends.")
  var withParent = false

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port is a number from 0 to 65535.")
    }
    guard people >= 1, people <= 1_000_000 else {
      throw ValidationError("--people is a number from 1 to 1000000.")
    }
    if let botEndpoint, !TenantConfiguration.canReach(botEndpoint) {
      throw ValidationError("--bot-endpoint is an address of HTTP or HTTPS on this machine.")
    }
    guard teams >= 0, messages >= 0, latency >= 0, settle >= 0 else {
      throw ValidationError("--teams, --messages, --latency and --settle are not negative.")
    }
  }

  func run() async throws {
    let configuration = TenantConfiguration(
      port: port, usesTLS: tls, dataFile: data, people: people, teams: teams, messages: messages,
      seed: seed, latency: .milliseconds(latency), settle: settle, isThrottled: throttle,
      faultFile: faults, recordFile: record, cloud: cloud, clientCertificate: clientCertificate,
      botEndpoint: botEndpoint, isBotSingleTenant: singleTenantBot)
    let server = try await Self.server(configuration)
    let waitsForParent = withParent
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await server.run(untilSignalled: true) { address in
          try FileHandle.standardOutput.write(contentsOf: Data((address.line + "\n").utf8))
        }
      }
      if waitsForParent {
        group.addTask { await Self.parentEnds() }
      }
      try await group.next()
      group.cancelAll()
      try await group.waitForAll()
    }
  }

  /// Makes the tenant; ends with status 2 when its file of faults is not right.
  private static func server(_ configuration: TenantConfiguration) async throws -> TenantServer {
    do {
      return try await TenantServer(configuration)
    } catch let error as FaultFileError {
      try FileHandle.standardError.write(contentsOf: Data("teamsh-tenant: \(error)\n".utf8))
      throw ExitCode(2)
    }
  }

  /// Returns when standard input closes; the thread that reads it ends with the process.
  private static func parentEnds() async {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
    Thread.detachNewThread {
      while !FileHandle.standardInput.availableData.isEmpty {}
      continuation.finish()
    }
    for await _ in stream {}
  }
}
