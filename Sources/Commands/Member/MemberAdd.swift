package import ArgumentParser
package import CommandKit
import Documents
package import Graph

/// Adds a person to a team, a private or shared channel, or a chat.
package struct MemberAdd: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a person to a place.")
  package static let effect = Effect.changes
  package static let permissions = Permissions.changingMembers
  package static let columns = ConversationMember.columns
  package static let examples = [
    Example("Add Adele to a team", "member add 'Adele Vance' --team 'R/D'"),
    Example("Add an owner", "member add @adele --owner --team 'R/D'"),
  ]

  @Argument(help: ArgumentHelp("The person.", valueName: "person"))
  var person: PersonReference

  @Flag(help: "As an owner.")
  var owner = false

  @OptionGroup var container: ConversationOptions

  package init() {}

  package func run(in session: Session) async throws -> Reply<ConversationMember> {
    let place = try await session.memberPlace(
      team: container.team, channel: container.channel, chat: container.chat, for: .write)
    guard let path = Session.membersPath(of: place) else {
      throw CommandError(.placeNeeded([.team, .channel, .chat]))
    }
    let person = try await self.person.resolve(in: session, for: .write)
    let request: GraphRequest<ConversationMember> = .post(
      path, MemberBody.member(person.id, roles: Self.roles(owner: owner, in: place)))
    let member = try await session.write(request, to: person, place.named)
    if !session.call.isDryRun { session.keep([member], of: place, isComplete: false) }
    return .done(
      "Added \(person.name) to \(place.path)\(owner ? " as an owner" : "").",
      member.document.isNull ? nil : member)
  }

  /// Chats know owners only: Graph refuses a chat's member without a role.
  private static func roles(owner: Bool, in place: Place) -> [String] {
    owner || place.kind == .chat ? ["owner"] : []
  }
}

extension Place {
  /// The place as the journal names it.
  var named: Named { Named(id: cacheKey ?? "", name: path) }
}
