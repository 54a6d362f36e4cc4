package import ArgumentParser
import Cache
package import CommandKit
import Graph

/// Removes members from a team, a private or shared channel, or a chat.
package struct MemberRemove: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove members from a place.", aliases: ["rm"])
  package static let effect = Effect.removes
  package static let permissions = Permissions.changingMembers
  package static let operands = [Operand(\Self.members)]
  package static let examples = [
    Example(
      "Remove a member without being asked",
      "member remove @megan --team 'R/D' --yes"),
    Example("See who would be removed", "member remove @megan --team 'R/D' --dry-run"),
  ]

  @Argument(help: ArgumentHelp("The members.", valueName: "member"))
  var members: [MemberReference]

  @OptionGroup var container: ConversationOptions

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let place = try await session.changeableRoster(
      team: container.team, channel: container.channel, chat: container.chat, for: .remove)
    guard let path = Session.membersPath(of: place) else {
      throw CommandError(.placeNeeded([.team, .channel, .chat]))
    }
    let found = try await session.members(self.members, of: place, for: .remove)
    let names = found.map(\.displayName).joined(separator: ", ")
    try await session.confirm("Remove \(names) from \(place.path)?")
    guard let one = found.first, found.count == 1 else {
      try await removeAll(found, from: place, path, in: session)
      return session.call.isDryRun
        ? .silent : .done("Removed \(found.count) people from \(place.path).")
    }
    try await remove(one, from: place, path, in: session)
    guard !session.call.isDryRun else { return .silent }
    return .done("Removed \(one.displayName) from \(place.path).")
  }

  private func remove(
    _ member: ConversationMember, from place: Place, _ path: GraphPath, in session: Session
  ) async throws {
    let person = Named(id: member.userID ?? member.id, name: member.displayName)
    let request: GraphRequest<NoContent> = .delete("\(path)/\(member.id)")
    let _: NoContent = try await session.write(request, to: person, place.named)
    if !session.call.isDryRun { session.forget(.members, in: place.cacheKey, id: person.id) }
  }

  /// Removes one after the other: what is refused to one of them keeps the others from nothing.
  private func removeAll(
    _ members: [ConversationMember], from place: Place, _ path: GraphPath, in session: Session
  ) async throws {
    var refused: [String] = []
    try await session.showingProgress("people", of: members.count) { progress in
      for member in members {
        do {
          try await remove(member, from: place, path, in: session)
        } catch let error as GraphError where error.isAboutOne {
          refused.append("\(member.displayName): \(error.message)")
        }
        progress?.advance(by: 1)
      }
    }
    guard refused.isEmpty else {
      let done = "Removed \(members.count - refused.count) of \(members.count) people"
      throw CommandError(.partlyDone("\(done) from \(place.path).", refused: refused))
    }
  }
}
