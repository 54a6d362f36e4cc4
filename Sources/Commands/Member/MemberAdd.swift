package import ArgumentParser
package import CommandKit
import Documents
package import Graph

/// Adds people to a team, a private or shared channel, or a chat.
package struct MemberAdd: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add people to a place.")
  package static let effect = Effect.changes
  package static let permissions = Permissions.changingMembers
  package static let columns = ConversationMember.columns
  package static let examples = [
    Example("Add Adele to a team", "member add 'Adele Vance' --team 'R/D'"),
    Example("Add an owner", "member add @adele --owner --team 'R/D'"),
    Example("Add several people at once", "member add @adele @lee --team 'R/D'"),
  ]

  @Argument(help: ArgumentHelp("Who.", valueName: "person"))
  var people: [PersonReference]

  @Flag(help: "As owners.")
  var owner = false

  @OptionGroup var container: ConversationOptions

  package init() {}

  package func run(in session: Session) async throws -> Reply<ConversationMember> {
    let place = try await session.memberPlace(
      team: container.team, channel: container.channel, chat: container.chat, for: .write)
    guard let path = Session.membersPath(of: place) else {
      throw CommandError(.placeNeeded([.team, .channel, .chat]))
    }
    let people = try await found(in: session)
    // Chats know owners only: Graph refuses a chat's member without a role.
    let roles = owner || place.kind == .chat ? ["owner"] : []
    let addition = MemberAddition(session: session, place: place, path: path, roles: roles)
    let suffix = !owner ? "" : people.count == 1 ? " as an owner" : " as owners"
    guard let one = people.first, people.count == 1 else {
      try await addition.addAll(people)
      return .done("Added \(people.count) people to \(place.path)\(suffix).")
    }
    let member = try await addition.add(one)
    return .done(
      "Added \(one.name) to \(place.path)\(suffix).", member.document.isNull ? nil : member)
  }

  /// The people named, each once.
  private func found(in session: Session) async throws -> [Named] {
    var found: [Named] = []
    for reference in people {
      let person = try await reference.resolve(in: session, for: .write)
      if !found.contains(where: { $0.id == person.id }) { found.append(person) }
    }
    return found
  }
}

extension Place {
  /// The place as the journal names it.
  var named: Named { Named(id: cacheKey ?? "", name: path) }
}
