import ArgumentParser
import Cache
import Documents
package import Graph

/// A member of a team, channel or chat, named as a person is.
package struct MemberReference: WordReference {
  package let word: Word

  package init(_ word: Word) { self.word = word }

  /// What looking a member up needs, by the kind of place.
  package static let permissions = Permissions([
    .in(.team, person: ["TeamMember.Read.All"], app: ["TeamMember.Read.All"]),
    .in(.channel, person: ["ChannelMember.Read.All"], app: ["ChannelMember.Read.All"]),
    .in(.chat, person: ["Chat.ReadBasic"], app: ["ChatMember.Read.All"]),
  ])

  /// Finds the membership; always at Graph, since only Graph knows its id.
  package func resolve(
    in session: Session, of place: Place, for purpose: Purpose
  ) async throws -> ConversationMember {
    try await resolve(in: session, among: session.roster(of: place), of: place, for: purpose)
  }

  fileprivate func resolve(
    in session: Session, among members: [ConversationMember], of place: Place,
    for purpose: Purpose
  ) async throws -> ConversationMember {
    let target = try Target(word)
    let text = target == .me ? try await session.me().id : target.text
    let isHandle = if case .handle = target { true } else { false }
    let member = try await session.find(
      text,
      Lookup(
        kind: .member, needs: nil, shelf: nil, id: { $0.userID ?? $0.id },
        names: { Self.names(of: $0, byHandle: isHandle) },
        detail: { $0.email ?? $0.userID ?? "" }, fresh: { _ in members }),
      for: purpose)
    let id = member.userID ?? member.id
    session.noteUse(of: id, .members, container: place.cacheKey)
    session.noteUse(of: id, .people)
    return member
  }

  private static func names(of member: ConversationMember, byHandle: Bool) -> [String] {
    let mail = member.email ?? ""
    if byHandle { return mail.split(separator: "@").first.map { [String($0)] } ?? [] }
    return [member.displayName, mail, member.id].filter { !$0.isEmpty }
  }
}

extension Session {
  /// Finds several members in one reading of the list, each once.
  package func members(
    _ references: [MemberReference], of place: Place, for purpose: Purpose
  ) async throws -> [ConversationMember] {
    let roster = try await roster(of: place)
    var found: [ConversationMember] = []
    for reference in references {
      let member = try await reference.resolve(
        in: self, among: roster, of: place, for: purpose)
      if !found.contains(where: { $0.id == member.id }) { found.append(member) }
    }
    return found
  }

  /// All members of a place, read anew.
  fileprivate func roster(of place: Place) async throws -> [ConversationMember] {
    guard let request = Self.members(of: place) else {
      throw CommandError(.placeNeeded([.team, .channel, .chat]))
    }
    let members = try await lookingUp(
      .member, MemberReference.permissions.requirement(at: place.kind)
    ) { try await readAll(request) }
    keep(members, of: place)
    return members
  }

  /// The path of a place's members; none where one stands nowhere.
  package static func membersPath(of place: Place) -> GraphPath? {
    switch place {
    case .nowhere, .person, .incident: nil
    case .team(let team): "/teams/\(team.id)/members"
    case .channel(let team, let channel): "/teams/\(team.id)/channels/\(channel.id)/members"
    case .chat(let chat): "/chats/\(chat.id)/members"
    }
  }

  /// All members of a place; none where one stands nowhere.
  package static func members(of place: Place) -> GraphRequest<ConversationMember>? {
    membersPath(of: place).map { .get($0) }
  }
}
