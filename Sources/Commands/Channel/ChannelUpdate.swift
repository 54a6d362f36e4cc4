package import ArgumentParser
import Cache
package import CommandKit
import Documents
import Graph

/// Gives a channel another name or description.
package struct ChannelUpdate: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Change a channel's name or description.")
  package static let effect = Effect.changes
  package static let permissions = Permissions(
    person: ["ChannelSettings.ReadWrite.All"], app: ["ChannelSettings.ReadWrite.All"])
  package static let operands = [Operand(\Self.channel)]
  package static let examples = [
    Example(
      "Rename a channel", "channel update 'Contoso IT/Helpdesk' --name 'Service desk'"),
    Example(
      "Say what a channel is about",
      "channel update Helpdesk --description 'Ask here' --team 'Contoso IT'"),
  ]

  @Argument(help: ArgumentHelp("The channel; where you stand if left out.", valueName: "channel"))
  var channel: ChannelReference?

  @Option(help: ArgumentHelp("The new name.", valueName: "name"))
  var name: Word?

  @Option(help: ArgumentHelp("The new description; empty for none.", valueName: "text"))
  var description: Word?

  @OptionGroup var container: TeamOption

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    if name == nil, description == nil {
      throw CommandError(.unsupported("Say what changes: --name or --description."))
    }
    if let name { try ChannelName.check(name.text) }
    let (team, channel) = try await session.channel(
      self.channel, team: container.team, for: .write)
    let request = Self.update(
      channel.id, of: team.id, name: name?.text, description: description?.text)
    let _: NoContent = try await session.write(request, to: channel, team)
    guard !session.call.isDryRun, let name else {
      return .done("Updated the channel \(channel.name) of \(team.name).")
    }
    let renamed = Named(id: channel.id, name: name.text)
    session.keep(.channels, in: team.id, renamed: renamed)
    session.workspace.rename(renamed)
    return .done("The channel \(channel.name) of \(team.name) is now called \(name.text).")
  }

  static func update(
    _ id: String, of team: String, name: String?, description: String?
  ) -> GraphRequest<NoContent> {
    var body = JSONObject([])
    if let name { body["displayName"] = .string(name) }
    if let description { body["description"] = .string(description) }
    return .patch("/teams/\(team)/channels/\(id)", .object(body))
  }
}
