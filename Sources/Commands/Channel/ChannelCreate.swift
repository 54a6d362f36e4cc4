package import ArgumentParser
package import CommandKit
import Documents
import Graph

/// Creates a channel; private and shared ones with an owner.
package struct ChannelCreate: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Create a channel in a team.")
  package static let effect = Effect.changes
  package static let permissions = Permissions(
    person: ["Channel.Create"], app: ["Channel.Create"])
  package static let columns = TeamChannel.columns
  package static let examples = [
    Example(
      "Create a standard channel", "channel create Rollout --team 'Contoso IT'"),
    Example(
      "Create a private channel that Adele owns",
      "channel create Audit --kind private --owner @adele --team 'Contoso IT'"),
    Example(
      "See what would be sent, and send nothing",
      "channel create Rollout --team 'Contoso IT' --dry-run"),
  ]

  @Argument(help: ArgumentHelp("The new channel's name.", valueName: "name"))
  var name: Word

  @Option(help: ArgumentHelp("What the channel is about.", valueName: "text"))
  var description: Word?

  @Option(help: ArgumentHelp("Who can be in it.", valueName: "kind"))
  var kind = MembershipType.standard

  @Option(help: ArgumentHelp("The owner of a private or shared channel.", valueName: "person"))
  var owner: PersonReference?

  @OptionGroup var container: TeamOption

  package init() {}

  package func validate() throws {
    if kind == .standard, owner != nil {
      throw ValidationError("--owner goes with --kind private or shared.")
    }
  }

  package func run(in session: Session) async throws -> Reply<TeamChannel> {
    let team = try await session.team(container.team, for: .write)
    var owner: Named?
    if kind != .standard {
      owner = try await self.owner?.resolve(in: session, for: .write)
      if owner == nil { owner = try await session.me() }
    }
    let request = Self.create(
      name.text, description: description?.text, kind: kind, owner: owner?.id, in: team.id)
    let channel = try await session.write(request, to: team)
    if !session.call.isDryRun { session.keep([channel], of: team.id) }
    return .done(
      "Created the channel \(name.text) in \(team.name).", TeamChannel(channel, of: team.id))
  }

  static func create(
    _ name: String, description: String?, kind: MembershipType, owner: String?, in team: String
  ) -> GraphRequest<Channel> {
    var body = JSONObject([
      ("displayName", .string(name)), ("membershipType", .string(kind.rawValue)),
    ])
    if let description { body["description"] = .string(description) }
    if let owner { body["members"] = [MemberBody.member(owner, roles: ["owner"])] }
    return .post("/teams/\(team)/channels", .object(body))
  }
}

/// The kinds of channel, as Graph names them.
enum MembershipType: String, ExpressibleByArgument, CaseIterable {
  case standard, `private`, shared
}
