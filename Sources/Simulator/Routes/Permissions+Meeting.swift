/// What Microsoft asks for before it answers the routes of meetings and presence.
extension Permissions {
  static let readMyPresence = Permissions(
    delegated: "Presence.Read Presence.Read.All",
    application: "")

  static let readPresence = Permissions(
    delegated: "Presence.Read Presence.Read.All",
    application: "Presence.Read.All Presence.ReadWrite.All")

  static let readPresences = Permissions(
    delegated: "Presence.Read.All",
    application: "Presence.Read.All Presence.ReadWrite.All")

  static let setPresence = Permissions(
    delegated: "Presence.ReadWrite",
    application: "Presence.ReadWrite.All")

  static let clearPresence = Permissions(
    delegated: "Presence.ReadWrite",
    application: "Presence.ReadWrite.All")

  static let preferPresence = Permissions(
    delegated: "Presence.ReadWrite",
    application: "Presence.ReadWrite.All")

  static let clearPreferredPresence = Permissions(
    delegated: "Presence.ReadWrite",
    application: "Presence.ReadWrite.All")

  static let setStatusMessage = Permissions(
    delegated: "Presence.ReadWrite",
    application: "Presence.ReadWrite.All")

  static let listMyMeetings = Permissions(
    delegated: "OnlineMeetings.Read OnlineMeetings.ReadWrite",
    application: "")

  static let createMyMeeting = Permissions(
    delegated: "OnlineMeetings.ReadWrite",
    application: "")

  static let readMyMeeting = Permissions(
    delegated: "OnlineMeetings.Read OnlineMeetings.ReadWrite",
    application: "")

  static let updateMyMeeting = Permissions(
    delegated: "OnlineMeetings.ReadWrite",
    application: "")

  static let deleteMyMeeting = Permissions(
    delegated: "OnlineMeetings.ReadWrite",
    application: "")

  static let listMeetings = Permissions(
    delegated: "OnlineMeetings.Read OnlineMeetings.ReadWrite",
    application: "OnlineMeetings.Read.All OnlineMeetings.ReadWrite.All")

  static let createMeeting = Permissions(
    delegated: "OnlineMeetings.ReadWrite",
    application: "OnlineMeetings.ReadWrite.All")

  static let readMeeting = Permissions(
    delegated: "OnlineMeetings.Read OnlineMeetings.ReadWrite",
    application: "OnlineMeetings.Read.All OnlineMeetings.ReadWrite.All")

  static let updateMeeting = Permissions(
    delegated: "OnlineMeetings.ReadWrite",
    application: "OnlineMeetings.ReadWrite.All")

  static let readAttendance = Permissions(
    delegated: "OnlineMeetingArtifact.Read.All",
    application: "OnlineMeetingArtifact.Read.All")

  static let startCall = Permissions(
    delegated: "",
    application: """
      Calls.JoinGroupCalls.Chat Calls.Initiate.All Calls.InitiateGroupCall.All
      Calls.JoinGroupCall.All Calls.JoinGroupCallAsGuest.All
      """)

  static let followCall = Permissions(
    delegated: "",
    application: "Calls.Initiate.All Calls.AccessMedia.All")

  static let deleteMeeting = Permissions(
    delegated: "OnlineMeetings.ReadWrite",
    application: "OnlineMeetings.ReadWrite.All")
}
