import CommandKit
import Documents
import Graph
import TestSupport
import Testing

@testable import Commands

struct PresenceTests {
  private static let address = "https://graph.example/v1.0/communications/getPresencesByUserId"

  @Test func `a notice of absence and a status are shown as plain text`() async throws {
    let answer = ScriptedAnswer.json(
      #"""
      {"value":[{"id":"\#(TestToken.adminID)","availability":"Away","activity":"OutOfOffice",
      "outOfOfficeSettings":{"isOutOfOffice":true,"message":"Back <b>Monday</b>"},
      "statusMessage":{"message":{"content":"<p>At sea</p>","contentType":"html"}}}]}
      """#)
    let session = try TestSession(transport: ScriptedTransport([.post(Self.address, answer)]))
    try session.signIn(TestToken.person(["Presence.Read.All"]))
    #expect(
      try await session.result(of: "presence show -o csv")
        == "PERSON,AVAILABILITY,ACTIVITY,OUT OF OFFICE,STATUS\r\n"
        + "Megan Bowen,Away,OutOfOffice,Back Monday,At sea\r\n")
  }

  @Test func `people are asked about by their ids`() {
    let request = PresenceShow.presences(["a", "b"])
    #expect(request.path.template == "/communications/getPresencesByUserId")
    #expect(request.body == ["ids": ["a", "b"]])
  }
}
