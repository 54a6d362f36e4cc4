package import ArgumentParser
package import CommandKit
package import Documents
package import Graph

/// Lists the meetings that the signed-in person has a chat of.
package struct MeetingList: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List meetings by their chats.",
    discussion: """
      Graph lists nobody's meetings: it finds one by its link or number only. Each meeting has a chat \
      with those who are invited, and these are listed, also of meetings that others organize. A meeting \
      that nobody has been invited to or has written in may be missing.
      """,
    aliases: ["ls"])
  package static let effect = Effect.reads
  package static let permissions = Permissions(person: ["Chat.ReadBasic"], app: nil)
  package static let columns: [Column<MeetingRow>] = [
    Column("MEETING", \.chat.topic),
    Column("ORGANIZER", \.organizer),
    Column("UPDATED", time: { $0.chat.lastUpdatedDateTime }),
    Column("LINK", \.chat.joinWebUrl),
  ]
  package static let examples = [
    Example("List the meetings that you are in", "meeting list"),
    Example("Print the links to join them by", "meeting list -o ids"),
    Example("Show one of them", "meeting list; meeting show %1"),
  ]

  package init() {}

  package func run(in session: Session) async throws -> Reply<MeetingRow> {
    let pages = try await session.graph.pages(Session.meetingChats(), limit: session.call.limit)
    return .pages(pages, seen: { session.keep($0) }, { MeetingRow(chat: $0) })
  }
}

/// A meeting as its chat tells of it; what points back at it is the link.
package struct MeetingRow: Listed {
  package let chat: Chat

  package var document: JSON { chat.document }
  package var reference: String { chat.joinWebUrl ?? chat.id }

  /// The name of whoever organizes it: of the chat's members, since the meeting tells the id alone.
  var organizer: String? {
    guard let id = chat.organizerID else { return nil }
    return chat.members.first { $0.userID == id }?.displayName ?? id
  }
}
