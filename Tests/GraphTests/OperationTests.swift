import Documents
import Graph
import Testing

/// Work that Graph goes on with after it has answered.
struct OperationTests {
  @Test(arguments: [
    "/teams('a-1')/operations('b-2')", "/teams/a-1/operations/b-2",
    "https://graph.microsoft.com/v1.0/teams/a-1/operations/b-2",
    "https://graph.microsoft.com/v1.0/teams('a-1')/operations('b-2')?x=1",
  ])
  func `a location leads to the work`(location: String) {
    let path = TeamsAsyncOperation.path(ofLocation: location)
    #expect(path?.text == "/teams/a-1/operations/b-2")
    #expect(path?.template == "/teams/{}/operations/{}")
  }

  @Test(arguments: ["", "/teams/a-1", "/chats/a/operations/b", "/teams//operations/", "x"])
  func `what names no work leads nowhere`(location: String) {
    #expect(TeamsAsyncOperation.path(ofLocation: location) == nil)
  }

  @Test func `nothing of a location but the ids is sent`() {
    let path = TeamsAsyncOperation.path(ofLocation: "/teams('..')/operations('a b')")
    #expect(path?.text.contains(" ") == false)
    #expect(path?.template == "/teams/{}/operations/{}")
  }

  @Test(arguments: [
    ("notStarted", TeamsAsyncOperation.State.underWay), ("inProgress", .underWay),
    ("succeeded", .succeeded), ("failed", .failed), ("invalid", .failed),
    ("unknownFutureValue", .underWay),
  ])
  func `a status is a state`(status: String, state: TeamsAsyncOperation.State) {
    #expect(TeamsAsyncOperation(document: ["status": .string(status)]).state == state)
  }

  @Test func `work without a word goes on`() {
    let operation = TeamsAsyncOperation(document: .null)
    #expect(operation.state == .underWay)
    #expect(operation.targetResourceID == nil)
    #expect(operation.errorCode.isEmpty && operation.errorMessage.isEmpty)
  }
}
