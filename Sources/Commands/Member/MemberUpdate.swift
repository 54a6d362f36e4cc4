package import ArgumentParser
package import CommandKit
import Documents
package import Graph

/// Makes a member of a team or channel an owner, or an owner a member.
package struct MemberUpdate: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Change the role of a member.")
  package static let effect = Effect.changes
  package static let permissions = Permissions([
    .in(.team, person: ["TeamMember.ReadWrite.All"], app: ["TeamMember.ReadWrite.All"]),
    .in(.channel, person: ["ChannelMember.ReadWrite.All"], app: ["ChannelMember.ReadWrite.All"]),
  ])
  package static let columns = ConversationMember.columns
  package static let operands = [Operand(\Self.member)]
  package static let examples = [
    Example(
      "Make a member an owner", "member update @megan --role owner --team 'R/D'")
  ]

  @Argument(help: ArgumentHelp("The member.", valueName: "member"))
  var member: MemberReference

  @Option(help: ArgumentHelp("The new role.", valueName: "role"))
  var role: Role

  @OptionGroup var container: ChannelOptions

  /// The roles that a member can have.
  enum Role: String, ExpressibleByArgument, CaseIterable {
    case owner, member
  }

  package init() {}

  package func run(in session: Session) async throws -> Reply<ConversationMember> {
    let place = try await session.changeableRoster(
      team: container.team, channel: container.channel, for: .write)
    guard let path = Session.membersPath(of: place) else {
      throw CommandError(.placeNeeded([.team, .channel]))
    }
    let member = try await self.member.resolve(in: session, of: place, for: .write)
    let request: GraphRequest<ConversationMember> = .patch(
      "\(path)/\(member.id)",
      [
        "@odata.type": "#microsoft.graph.aadUserConversationMember",
        "roles": role == .owner ? ["owner"] : [],
      ])
    let updated = try await session.write(
      request, to: Named(id: member.userID ?? member.id, name: member.displayName), place.named)
    if !session.call.isDryRun, updated.userID != nil, !updated.displayName.isEmpty {
      session.keep([updated], of: place, isComplete: false)
    }
    return .done(
      "\(member.displayName) is now \(role == .owner ? "an owner" : "a member") of \(place.path).",
      updated.document.isNull ? nil : updated)
  }
}
