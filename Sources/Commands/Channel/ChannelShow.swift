package import ArgumentParser
package import CommandKit
import Graph

/// Shows everything that Graph says of one channel.
package struct ChannelShow: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one channel.")
  package static let effect = Effect.reads
  package static let permissions = Permissions(
    person: ["Channel.ReadBasic.All"], app: ["Channel.ReadBasic.All"])
  package static let columns = TeamChannel.columns
  package static let operands = [Operand(\Self.channel)]
  package static let examples = [
    Example("Show a channel by its path", "channel show 'Contoso IT/General'"),
    Example("Show a channel of a team", "channel show General --team 'Contoso IT'"),
    Example(
      "Print a channel's mail address", "channel show 'Contoso IT/General' --columns mail -o list"),
  ]

  @Argument(help: ArgumentHelp("The channel; where you stand if left out.", valueName: "channel"))
  var channel: ChannelReference?

  @OptionGroup var container: TeamOption

  package init() {}

  package func run(in session: Session) async throws -> Reply<TeamChannel> {
    let (team, channel) = try await session.channel(
      self.channel, team: container.team, for: .read)
    let request = TeamChannel.request(channel.id, of: team.id)
    return .one(TeamChannel(try await session.read(request), of: team.id))
  }
}
