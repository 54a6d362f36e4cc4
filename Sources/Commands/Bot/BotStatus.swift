package import ArgumentParser
package import CommandKit

/// Shows whether the bot's endpoint runs, and what it has taken in and refused.
package struct BotStatus: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show how the bot's endpoint is doing.")
  package static let effect = Effect.reads
  package static let columns = EndpointReport.columns
  package static let examples = [Example("See how the endpoint is doing", "bot status")]

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let files = session.workspace.configuration.files
    guard let report = try EndpointReport(files) else {
      return .done("No endpoint was ever started here. Type: bot listen")
    }
    return .one(report.note(files))
  }
}
