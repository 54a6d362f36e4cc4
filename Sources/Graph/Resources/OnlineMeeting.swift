package import Documents

/// A meeting that can be joined online; Graph shows it to its organizer, and to apps that a policy lets in.
package struct OnlineMeeting: DocumentView, Hashable {
  package let document: JSON

  package init(document: JSON) {
    self.document = document
  }

  package var id: String { text("id") ?? "" }
  package var subject: String? { text("subject") }
  package var startDateTime: String? { text("startDateTime") }
  package var endDateTime: String? { text("endDateTime") }
  package var creationDateTime: String? { text("creationDateTime") }
  package var joinWebUrl: String? { text("joinWebUrl") }
  /// The number that people dial or type to join.
  package var joinMeetingID: String? { text("joinMeetingIdSettings.joinMeetingId") }
  /// The meeting's chat.
  package var threadID: String? { text("chatInfo.threadId") }
  package var organizerID: String? { text("participants.organizer.identity.user.id") }
  /// The organizer's name, or else their UPN.
  package var organizerName: String? {
    text("participants.organizer.identity.user.displayName")
      ?? text("participants.organizer.upn")
  }
}

/// When people came to one occurrence of a meeting, and how many they were.
package struct AttendanceReport: DocumentView, Hashable {
  package let document: JSON

  package init(document: JSON) {
    self.document = document
  }

  package var id: String { text("id") ?? "" }
  /// How many people came.
  package var totalParticipantCount: String? {
    document["totalParticipantCount"]?.int.map(String.init)
  }
  package var meetingStartDateTime: String? { text("meetingStartDateTime") }
  package var meetingEndDateTime: String? { text("meetingEndDateTime") }
}

/// One person's attendance at one occurrence of a meeting.
package struct AttendanceRecord: DocumentView, Hashable {
  package let document: JSON

  package init(document: JSON) {
    self.document = document
  }

  package var name: String? { text("identity.displayName") }
  package var emailAddress: String? { text("emailAddress") }
  /// `Organizer`, `Presenter` or `Attendee`.
  package var role: String? { text("role") }
  package var personID: String? { text("identity.id") }
  package var totalAttendanceInSeconds: Int? { document["totalAttendanceInSeconds"]?.int }
  /// When the person came first, and left last.
  package var joinDateTime: String? { intervals.compactMap { $0["joinDateTime"]?.string }.first }
  package var leaveDateTime: String? { intervals.compactMap { $0["leaveDateTime"]?.string }.last }

  private var intervals: [JSON] { document["attendanceIntervals"]?.array ?? [] }
}
