package import ArgumentParser
package import CommandKit
import Graph

/// Lists the channels of a team that the signed-in identity can see.
package struct ChannelList: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the channels of a team.", aliases: ["ls"])
  package static let effect = Effect.reads
  package static let permissions = Permissions(
    person: ["Channel.ReadBasic.All"], app: ["Channel.ReadBasic.All"])
  package static let columns: [Column<TeamChannel>] = [
    Column("CHANNEL", \.channel.displayName),
    Column("KIND", \.channel.membershipType),
    Column("DESCRIPTION", \.channel.description),
    Column("ID", as: .id, \.channel.id),
  ]
  package static let examples = [
    Example("List the channels of a team", "channel list --team 'Contoso IT'"),
    Example("Write a list for a spreadsheet", "channel list --team 'Contoso IT' -o csv"),
    Example(
      "Print what each channel is about",
      "channel list --team 'Contoso IT' --columns channel,description"),
  ]

  @OptionGroup var container: TeamOption

  package init() {}

  package func run(in session: Session) async throws -> Reply<TeamChannel> {
    let team = try await session.team(container.team, for: .read)
    let pages = try await session.graph.pages(
      Session.channels(of: team.id), limit: session.call.limit)
    return .pages(pages, seen: { session.keep($0, of: team.id) }) { TeamChannel($0, of: team.id) }
  }
}
