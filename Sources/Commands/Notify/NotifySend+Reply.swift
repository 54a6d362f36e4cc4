import CommandKit
import Documents
import Graph

extension NotifySend {
  /// Replies to a message of a channel as the person who is signed in: a bot finds no message of others.
  func answer(
    _ content: BotContent, to message: MessageReference, in session: Session
  ) async throws -> Reply<Note> {
    let identity = try await session.identity()
    guard identity.kind == .person else {
      throw CommandError(
        .identityMissing(
          needed: [IdentityKind.person.rawValue], held: [identity.kind.rawValue],
          command: "notify \(Self.replying)"))
    }
    session.call.meet(Self.replying)
    let (location, place) = try await location(of: message, in: session)
    var draft = try content.draft()
    try await session.mention(in: &draft, closed: true, at: place)
    let request: GraphRequest<ChatMessage> = .post(location.repliesPath, draft.document)
    let reply = try await session.write(request, to: location.named)
    return .done(
      "\(identity.account) replied in \(place.path).",
      Note(
        [
          "id": .string(reply.id), "conversation": .optional(place.channel?.id), "person": .null,
        ], reference: reply.reference))
  }

  /// Where the message is: its reference says it, or the options, or where one stands.
  ///
  /// What `notify` calls a message by names the channel and not its team, so that is taken from the place.
  private func location(
    of message: MessageReference, in session: Session
  ) async throws -> (MessageLocation, Place) {
    var place = session.place
    if container.channel != nil || container.team != nil {
      let found = try await session.channel(
        container.channel, team: container.team, for: .write)
      place = .channel(team: found.team, found.channel)
    }
    var location = try message.locate(in: session, at: place)
    if case .chat(let id, let message) = location, case .channel(let team, let channel) = place,
      channel.id == id
    {
      location = .channel(team: team.id, channel: id, message: message, reply: nil)
    }
    guard location.kind == .channel else {
      throw CommandError(
        .unsupported("--reply takes a message of a channel; name it with --channel."))
    }
    if case .channel = place { return (location, place) }
    return (location, session.place(of: location))
  }
}
