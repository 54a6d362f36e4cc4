package import ArgumentParser
package import CommandKit
import Documents
import Graph

/// Makes a channel read-only: it is read as before, and nothing in it can change.
///
/// Graph does it after it has answered: that is waited for.
package struct ChannelArchive: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "archive", abstract: "Make a channel read-only.")
  package static let effect = Effect.removes
  package static let permissions = Permissions(
    person: ["ChannelSettings.ReadWrite.All"], app: ["ChannelSettings.ReadWrite.All"])
  package static let operands = [Operand(\Self.channel)]
  package static let examples = [
    Example(
      "Archive a channel without being asked", "channel archive 'Contoso IT/Helpdesk' --yes"),
    Example(
      "Make its site read-only too",
      "channel archive 'Contoso IT/Helpdesk' --lock-site --yes"),
  ]

  @Argument(help: ArgumentHelp("The channel.", valueName: "channel"))
  var channel: ChannelReference

  @Flag(help: "Also make the channel's site read-only for members.")
  var lockSite = false

  @OptionGroup var container: TeamOption

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let (team, channel) = try await session.channel(
      self.channel, team: container.team, for: .remove)
    try await session.confirm("Archive the channel \(channel.name) of \(team.name)?")
    let answer = try await session.writeAnswered(
      Self.archive(channel.id, of: team.id, lockSite: lockSite), to: [channel, team])
    guard !session.call.isDryRun else { return .silent }
    switch try await session.conclusion(of: answer, "Archiving the channel \(channel.name)") {
    case .done:
      return .done("Archived the channel \(channel.name) of \(team.name).")
    case .accepted:
      return .done(
        "Graph is archiving the channel \(channel.name) of \(team.name), and lets nobody watch.")
    }
  }

  static func archive(
    _ id: String, of team: String, lockSite: Bool
  ) -> GraphRequest<NoContent> {
    .post(
      "/teams/\(team)/channels/\(id)/archive",
      ["shouldSetSpoSiteReadOnlyForMembers": .bool(lockSite)])
  }
}
