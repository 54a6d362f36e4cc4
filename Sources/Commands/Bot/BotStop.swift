package import ArgumentParser
package import CommandKit
import Foundation
import Records

/// Ends the bot's endpoint; what it has taken in stays in the inbox.
package struct BotStop: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "stop", abstract: "End the bot's messaging endpoint.")
  package static let effect = Effect.reads
  package static let examples = [Example("End the endpoint", "bot stop")]

  /// How often it is looked for, a twentieth of a second apart.
  private static let looks = 200

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let files = session.workspace.configuration.files
    guard EndpointLock.isTaken(in: files.data), let status = try EndpointReport(files)?.status,
      status.process.isAlive
    else { return .done("No endpoint is running.") }
    kill(status.process.process, SIGTERM)
    for _ in 0..<Self.looks {
      if !EndpointLock.isTaken(in: files.data) { return .done("The endpoint has ended.") }
      try await session.workspace.pause(.milliseconds(50))
    }
    throw EndpointFault.notEnded(process: Int(status.process.process))
  }
}
