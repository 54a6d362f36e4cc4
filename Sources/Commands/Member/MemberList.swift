package import ArgumentParser
package import CommandKit
package import Graph

/// Lists who is in a team, a private or shared channel, or a chat.
///
/// A standard channel has no list of its own: its team's members are shown.
package struct MemberList: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the members of a place.", aliases: ["ls"])
  package static let effect = Effect.reads
  package static let permissions = MemberReference.permissions
  package static let columns = ConversationMember.columns
  package static let examples = [
    Example("List the members of a team", "member list --team 'Contoso IT'"),
    Example(
      "Print the mail addresses of the owners",
      "member list --team 'Contoso IT' --jq 'select(.roles[0] == \"owner\") | .email'"),
    Example("Write a table for a wiki", "member list --team 'Contoso IT' -o markdown"),
  ]

  @OptionGroup var container: ConversationOptions

  package init() {}

  package func run(in session: Session) async throws -> Reply<ConversationMember> {
    let place = try await session.memberPlace(
      team: container.team, channel: container.channel, chat: container.chat)
    guard let request = Session.members(of: place) else {
      throw CommandError(.placeNeeded([.team, .channel, .chat]))
    }
    let pages = try await session.graph.pages(request, limit: session.call.limit)
    return .pages(pages, seen: { session.keep($0, of: place, isComplete: false) }, { $0 })
  }
}
