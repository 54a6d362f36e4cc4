package import ArgumentParser
package import CommandKit
import Graph

/// Lets a channel that was archived change again.
///
/// Graph does it after it has answered: that is waited for.
package struct ChannelUnarchive: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "unarchive", abstract: "Let a channel that was archived change again.")
  package static let effect = Effect.changes
  package static let permissions = Permissions(
    person: ["ChannelSettings.ReadWrite.All"], app: ["ChannelSettings.ReadWrite.All"])
  package static let operands = [Operand(\Self.channel)]
  package static let examples = [
    Example(
      "See what would bring a channel back", "channel unarchive 'Contoso IT/Helpdesk' --dry-run")
  ]

  @Argument(help: ArgumentHelp("The channel.", valueName: "channel"))
  var channel: ChannelReference

  @OptionGroup var container: TeamOption

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let (team, channel) = try await session.channel(
      self.channel, team: container.team, for: .write)
    let answer = try await session.writeAnswered(
      Self.unarchive(channel.id, of: team.id), to: [channel, team])
    guard !session.call.isDryRun else { return .silent }
    switch try await session.conclusion(of: answer, "Unarchiving the channel \(channel.name)") {
    case .done:
      return .done("Unarchived the channel \(channel.name) of \(team.name).")
    case .accepted:
      return .done(
        "Graph is unarchiving the channel \(channel.name) of \(team.name), and lets nobody watch.")
    }
  }

  static func unarchive(_ id: String, of team: String) -> GraphRequest<NoContent> {
    .post("/teams/\(team)/channels/\(id)/unarchive")
  }
}
