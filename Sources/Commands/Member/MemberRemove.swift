package import ArgumentParser
import Cache
package import CommandKit
import Graph

/// Removes a member from a team, a private or shared channel, or a chat.
package struct MemberRemove: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a member from a place.", aliases: ["rm"])
  package static let effect = Effect.removes
  package static let permissions = Permissions.changingMembers
  package static let examples = [
    Example(
      "Remove a member without being asked",
      "member remove @megan --team 'R/D' --yes"),
    Example("See who would be removed", "member remove @megan --team 'R/D' --dry-run"),
  ]

  @Argument(help: ArgumentHelp("The member.", valueName: "member"))
  var member: MemberReference

  @OptionGroup var container: ConversationOptions

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let place = try await session.memberPlace(
      team: container.team, channel: container.channel, chat: container.chat, for: .remove)
    guard let path = Session.membersPath(of: place) else {
      throw CommandError(.placeNeeded([.team, .channel, .chat]))
    }
    let member = try await self.member.resolve(in: session, of: place, for: .remove)
    try await session.confirm("Remove \(member.displayName) from \(place.path)?")
    let person = Named(id: member.userID ?? member.id, name: member.displayName)
    let request: GraphRequest<NoContent> = .delete("\(path)/\(member.id)")
    let _: NoContent = try await session.write(request, to: person, place.named)
    guard !session.call.isDryRun else { return .silent }
    session.forget(.members, in: place.cacheKey, id: person.id)
    return .done("Removed \(member.displayName) from \(place.path).")
  }
}
