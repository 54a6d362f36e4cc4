import ArgumentParser
import Documents
package import Graph

/// A meeting as someone names it: its id, its link, the number to join it by, or the topic of its chat.
///
/// Graph lists nobody's meetings: it finds one by what stands in an invitation. A name is therefore looked
/// for among the chats of meetings, which lead to the link.
package struct MeetingReference: WordReference {
  package let word: Word

  package init(_ word: Word) { self.word = word }

  /// What looking a meeting up needs; only a person has chats to find a name in.
  package static let permissions = Permissions(
    person: ["OnlineMeetings.Read", "Chat.ReadBasic"], app: ["OnlineMeetings.Read.All"])

  /// What finding one needs that is named by what stands in its invitation.
  private static let byInvitation = Permissions(
    person: ["OnlineMeetings.Read"], app: ["OnlineMeetings.Read.All"])

  /// How a meeting was named.
  enum Form: Sendable, Hashable {
    case id(String)
    case link(String)
    /// The digits that people join by.
    case number(String)
    /// The chat that belongs to it.
    case thread(String)
    case name(String)

    /// Graph's ids of meetings are base64 of text that begins with `1*`, or with an id and a thread's.
    init(_ text: String) {
      let digits = text.filter { !$0.isWhitespace }
      if text.hasPrefix("https://") {
        self = .link(text)
      } else if text.hasPrefix("19:") {
        self = .thread(text)
      } else if digits.count >= 9, digits.allSatisfy(\.isASCIIDigit) {
        self = .number(digits)
      } else if text.hasPrefix("MS") && text.count > 20 && !text.contains(where: \.isWhitespace)
        || text.contains("_19:meeting_")
      {
        self = .id(text)
      } else {
        self = .name(text)
      }
    }

    /// Whether the meeting's chat has to be read to find it.
    var leadsThroughChat: Bool {
      switch self {
      case .thread, .name: true
      case .id, .link, .number: false
      }
    }
  }

  /// Finds the meeting among those of its organizer.
  ///
  /// - Parameters:
  ///   - session: What it is found with.
  ///   - meetings: The path of the organizer's meetings.
  ///   - purpose: What it is looked up for.
  /// - Returns: The meeting as Graph shows it.
  /// - Throws: ``CommandError`` where there is none that the identity may see, or several go by the name.
  package func resolve(
    in session: Session, among meetings: GraphPath, for purpose: Purpose
  ) async throws -> OnlineMeeting {
    let form = Form(word.text)
    let needs = form.leadsThroughChat ? Self.permissions : Self.byInvitation
    return try await session.lookingUp(.meeting, needs.requirement(at: .nowhere)) {
      try await find(form, in: session, among: meetings, for: purpose)
    }
  }

  private func find(
    _ form: Form, in session: Session, among meetings: GraphPath, for purpose: Purpose
  ) async throws -> OnlineMeeting {
    let graph = try await session.graph
    switch form {
    case .id(let id):
      return try await graph.send(GraphRequest<OnlineMeeting>.get("\(meetings)/\(id)")).value
    case .number(let digits):
      return try await first(
        session, meetings, "joinMeetingIdSettings/joinMeetingId eq \(ODataLiteral(digits))")
    case .link(let link):
      return try await first(session, meetings, "JoinWebUrl eq \(ODataLiteral(link))")
    case .thread(let id):
      let chat: GraphRequest<Chat> = .get("/chats/\(id)")
      return try await first(session, meetings, link(of: try await graph.send(chat).value))
    case .name(let name):
      let chat = try await session.find(name, session.meetingLookup(), for: purpose)
      return try await first(session, meetings, link(of: chat))
    }
  }

  private func link(of chat: Chat) throws(CommandError) -> String {
    guard let link = chat.joinWebUrl else {
      throw CommandError(.notFound(.meeting, word.text, nearest: []))
    }
    return "JoinWebUrl eq \(ODataLiteral(link))"
  }

  private func first(
    _ session: Session, _ meetings: GraphPath, _ filter: String
  ) async throws -> OnlineMeeting {
    let request: GraphRequest<OnlineMeeting> = .get(meetings, ["$filter": filter])
    for try await page in try await session.graph.pages(request) {
      if let meeting = page.items.first { return meeting }
    }
    throw CommandError(.meetingHidden(word.text))
  }
}

extension Session {
  /// Looks a meeting's chat up by its topic; always at Graph, which alone knows it.
  fileprivate func meetingLookup() -> Lookup<Chat> {
    Lookup(
      kind: .meeting, needs: nil, shelf: nil, id: \.id,
      names: { [$0.topic].compactMap { $0 } }, detail: { $0.createdDateTime ?? "" },
      fresh: { _ in
        guard try await identity().kind == .person else {
          throw CommandError(.unsupported("An app finds a meeting by its id, link or number only."))
        }
        return try await readAll(Self.meetingChats())
      })
  }

  /// The chats of the meetings that the person is in, with the people who are in them.
  package static func meetingChats() -> GraphRequest<Chat> {
    .get("/me/chats", ["$filter": "chatType eq 'meeting'", "$expand": "members", "$top": "50"])
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
