import CommandKit
package import Graph

extension OnlineMeeting: Listed {
  package var reference: String { id }

  /// What is shown of one meeting.
  static let columns: [Column<OnlineMeeting>] = [
    Column("Subject", \.subject),
    Column("Start", time: { $0.startDateTime }),
    Column("End", time: { $0.endDateTime }),
    Column("Organizer", \.organizerName),
    Column("Number", \.joinMeetingID),
    Column("Link", as: .id, { $0.joinWebUrl }),
    Column("Chat", as: .id, { $0.threadID }),
    Column("ID", as: .id, \.id),
  ]
}
