package import ArgumentParser
package import CommandKit
import Documents
import Graph

/// Creates a channel; private and shared ones with owners.
///
/// Graph makes a shared channel after it has answered: that is waited for.
package struct ChannelCreate: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Create a channel in a team.")
  package static let effect = Effect.changes
  package static let permissions = Permissions(
    person: ["Channel.Create"], app: ["Channel.Create"])
  package static let columns = TeamChannel.columns
  package static let operands = [Operand(\Self.name)]
  package static let examples = [
    Example(
      "Create a standard channel", "channel create Rollout --team 'Contoso IT'"),
    Example(
      "Create a private channel that Adele owns",
      "channel create Audit --kind private --owner @adele --team 'Contoso IT'"),
    Example(
      "Create a shared channel with two owners",
      "channel create Suppliers --kind shared --owner @adele --owner @alex --team 'Contoso IT'"),
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

  @Option(
    help: ArgumentHelp(
      "An owner of a private or shared channel; yourself if left out.", valueName: "person"))
  var owner: [PersonReference] = []

  @OptionGroup var container: TeamOption

  package init() {}

  package func validate() throws {
    if kind == .standard, !owner.isEmpty {
      throw ValidationError("--owner goes with --kind private or shared.")
    }
  }

  package func run(in session: Session) async throws -> Reply<TeamChannel> {
    try ChannelName.check(name.text)
    let owners = try await owners(in: session)
    let team = try await session.team(container.team, for: .write)
    let request = Self.create(
      name.text, description: description?.text, kind: kind, owners: owners.map(\.id),
      in: team.id)
    let answer = try await session.writeAnswered(request, to: [team])
    guard !session.call.isDryRun else { return .silent }
    var channel = answer.value
    switch try await session.conclusion(of: answer, "Creating the channel \(name.text)") {
    case .accepted:
      return .done(
        "Graph is creating the channel \(name.text) in \(team.name), and lets nobody watch.")
    case .done(let operation):
      if let id = operation?.targetResourceID {
        channel = await made(id, in: team.id, session)
      }
    }
    let sentence = "Created the channel \(name.text) in \(team.name)."
    guard !channel.id.isEmpty else { return .done("\(sentence) Graph did not say its id.") }
    session.keep([channel], of: team.id)
    return .done(sentence, TeamChannel(channel, of: team.id))
  }

  /// The owners named, or oneself; none for a standard channel.
  private func owners(in session: Session) async throws -> [Named] {
    guard kind != .standard else { return [] }
    guard owner.isEmpty else {
      let people = try await session.people(owner, for: .write)
      if let guest = people.first(where: \.isGuest) {
        throw CommandError(.guestOwner(guest.named.name))
      }
      return people.map(\.named)
    }
    guard try await session.identity().kind == .person else {
      throw CommandError(.ownerNeeded(kind: kind.rawValue))
    }
    return [try await session.me()]
  }

  /// The channel that came of it; what was asked for where it is not to be read yet.
  private func made(_ id: String, in team: String, _ session: Session) async -> Channel {
    do {
      return try await session.graph.send(TeamChannel.request(id, of: team)).value
    } catch {
      return Channel(
        document: [
          "id": .string(id), "displayName": .string(name.text),
          "description": description.map { .string($0.text) } ?? .null,
          "membershipType": .string(kind.rawValue),
        ])
    }
  }

  static func create(
    _ name: String, description: String?, kind: MembershipType, owners: [String], in team: String
  ) -> GraphRequest<Channel> {
    var body = JSONObject([
      ("displayName", .string(name)), ("membershipType", .string(kind.rawValue)),
    ])
    if let description { body["description"] = .string(description) }
    if !owners.isEmpty {
      body["members"] = .array(owners.map { MemberBody.member($0, roles: ["owner"]) })
    }
    return .post("/teams/\(team)/channels", .object(body))
  }
}

/// The kinds of channel, as Graph names them.
enum MembershipType: String, ExpressibleByArgument, CaseIterable {
  case standard, `private`, shared
}
