import CommandKit

/// The commands of `meeting`, in help order.
enum MeetingCommands {
  static let noun = Noun(
    "meeting", "Online meetings, and who came to them.",
    [
      MeetingList.self,
      MeetingShow.self,
      MeetingCreate.self,
      MeetingDelete.self,
      MeetingAttendance.self,
    ])
}
