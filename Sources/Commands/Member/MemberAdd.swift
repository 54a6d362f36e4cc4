package import ArgumentParser
package import CommandKit
import Documents
package import Graph

/// Adds people to a team, a private or shared channel, or a chat.
///
/// Guests become guests; in a chat everybody else becomes an owner, since chats know no other role.
package struct MemberAdd: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add people to a place.")
  package static let effect = Effect.changes
  package static let permissions = Permissions.changingMembers
  package static let columns = ConversationMember.columns
  package static let operands = [Operand(\Self.people)]
  package static let examples = [
    Example("Add Adele to a team", "member add 'Adele Vance' --team 'R/D'"),
    Example("Add an owner", "member add @adele --owner --team 'R/D'"),
    Example("Add several people at once", "member add @adele @lee --team 'R/D'"),
    Example(
      "Let somebody read what was said in a chat during the last week",
      "member add @pradeep --history 7d --chat 'Project X'"),
  ]

  @Argument(help: ArgumentHelp("Who.", valueName: "person"))
  var people: [PersonReference]

  @Flag(help: "As owners.")
  var owner = false

  @Option(
    help: ArgumentHelp(
      "From when on they see a chat: all, none, or a date or time; none if left out.",
      valueName: "date"))
  var history: SharedHistory?

  @Flag(help: "Go on without people who are not found, and say who they are.")
  var skipMissing = false

  @OptionGroup var container: ConversationOptions

  package init() {}

  package func run(in session: Session) async throws -> Reply<ConversationMember> {
    let place = try await session.changeableRoster(
      team: container.team, channel: container.channel, chat: container.chat, for: .write)
    guard let path = Session.membersPath(of: place) else {
      throw CommandError(.placeNeeded([.team, .channel, .chat]))
    }
    if history != nil, place.kind != .chat {
      throw CommandError(.unsupported("--history goes with a chat."))
    }
    let people = try await session.people(people, for: .write, skippingMissing: skipMissing)
    let addition = MemberAddition(
      session: session, place: place, path: path, asOwners: owner,
      history: history?.start(from: session.workspace.now()))
    let suffix = !owner ? "" : people.count == 1 ? " as an owner" : " as owners"
    guard let one = people.first, people.count == 1 else {
      try await addition.addAll(people)
      return .done("Added \(people.count) people to \(place.path)\(suffix).")
    }
    let member = try await addition.add(one)
    return .done(
      "Added \(one.named.name) to \(place.path)\(suffix).",
      member.document.isNull ? nil : member)
  }
}

extension Place {
  /// The place as the journal names it.
  var named: Named { Named(id: cacheKey ?? "", name: path) }
}
