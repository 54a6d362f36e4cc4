import CommandKit
import Documents
import Graph

extension Session {
  /// Puts mentions in the place of the names in a message; who is there is asked only where a name may be.
  ///
  /// - Throws: ``CommandError`` for a name that cannot be mentioned, before anything is written.
  func mention(in draft: inout MessageDraft, _ content: MessageContent, at place: Place)
    async throws
  {
    guard !content.noMentions else { return }
    try await mention(in: &draft, closed: content.closedMentions, at: place)
  }

  /// The same, where it is decided already how names are written.
  ///
  /// - Parameters:
  ///   - draft: The message.
  ///   - isClosed: Whether only names up to a semicolon count.
  ///   - place: Whose members can be mentioned.
  /// - Throws: ``CommandError`` for a name that cannot be mentioned, before anything is written.
  func mention(in draft: inout MessageDraft, closed isClosed: Bool, at place: Place) async throws {
    let text = MentionText(draft.content, closed: isClosed)
    guard text.mayMention else { return }
    let members = try await roster(of: place)
    draft.mention(
      try text.resolved(among: members.map(MentionText.Member.init), of: place.path))
  }

  /// Everybody in a conversation; of a chat that is not made yet, the two who will be.
  func roster(of place: Place) async throws -> [ConversationMember] {
    if case .person(let person) = place {
      return [try await me(), person].map {
        ConversationMember(
          document: ["displayName": .string($0.name), "userId": .string($0.id)])
      }
    }
    guard let request = Self.roster(of: place) else { return [] }
    return try await lookingUp(.member, MemberReference.permissions.requirement(at: place.kind)) {
      try await readAll(request)
    }
  }

  /// Of a channel all who see it: those of its team, too, and those of teams that it is shared with.
  private static func roster(of place: Place) -> GraphRequest<ConversationMember>? {
    switch place {
    case .channel(let team, let channel):
      .get("/teams/\(team.id)/channels/\(channel.id)/allMembers")
    case .chat(let chat): .get("/chats/\(chat.id)/members")
    case .nowhere, .team, .person, .incident: nil
    }
  }
}

extension MentionText.Member {
  init(_ member: ConversationMember) {
    self.init(
      id: member.userID, name: member.displayName,
      handle: member.email.flatMap { $0.split(separator: "@").first.map(String.init) })
  }
}
