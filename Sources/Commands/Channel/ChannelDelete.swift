package import ArgumentParser
import Cache
package import CommandKit
import Graph
import Records

/// Deletes a channel; Teams keeps it for 30 days, and keeps its name taken.
package struct ChannelDelete: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete a channel of a team.", aliases: ["rm"])
  package static let effect = Effect.removes
  package static let permissions = Permissions(
    person: ["Channel.Delete.All"], app: ["Channel.Delete.All"])
  package static let operands = [Operand(\Self.channel)]
  package static let examples = [
    Example("Delete a channel without being asked", "channel delete 'Contoso IT/Helpdesk' --yes"),
    Example("See what would be deleted", "channel delete 'Contoso IT/Helpdesk' --dry-run"),
  ]

  @Argument(help: ArgumentHelp("The channel.", valueName: "channel"))
  var channel: ChannelReference

  @OptionGroup var container: TeamOption

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let (team, channel) = try await session.channel(
      self.channel, team: container.team, for: .remove)
    try await session.confirm("Delete the channel \(channel.name) of \(team.name)?")
    let _: NoContent = try await session.write(
      Self.delete(channel.id, of: team.id), to: channel, team)
    guard !session.call.isDryRun else { return .silent }
    session.forget(.channels, in: team.id, id: channel.id)
    try session.workspace.knownIncidents()?.forgetMirrors(in: channel.id)
    if session.place.channel?.id == channel.id { session.workspace.move(to: .team(team)) }
    return .done("Deleted the channel \(channel.name) of \(team.name).")
  }

  static func delete(_ id: String, of team: String) -> GraphRequest<NoContent> {
    .delete("/teams/\(team)/channels/\(id)")
  }
}
