import Testing

@testable import CommandKit

/// The words for what places do not let happen.
struct PlaceFailureTests {
  @Test(
    arguments: [
      (
        .noneMatches(.person, ["a", "b"], nearest: [], isSkippable: true),
        "No person matches “a” or “b”.", 5
      ),
      (
        .standardChannel("IT/General", team: "IT"),
        "IT/General is a standard channel: its members are those of the team.", 2
      ),
      (
        .notAGroupChat("@Adele", .members),
        "The members of “@Adele” cannot change: it is a chat of two people.", 2
      ),
      (
        .notAGroupChat("@Adele", .topic), "Only group chats have a topic, and “@Adele” is none.", 2
      ),
      (
        .ownerNeeded(kind: "private"),
        "A private channel needs an owner, and an app cannot be one.", 2
      ),
      (.guestOwner("Hans"), "Hans is a guest, and guests own no channel.", 2),
      (.operationFailed("Archiving X", graphCode: "", message: ""), "Archiving X failed.", 1),
      (.stillUnderWay("Archiving X", path: "/teams/a"), "Archiving X is still under way.", 1),
    ] as [(CommandError.Code, String, Int32)])
  func `what a place does not let happen is said`(
    code: CommandError.Code, what: String, exit: Int32
  ) {
    let failure = Failure(CommandError(code))
    #expect(failure.what == what)
    #expect(failure.exitCode.rawValue == exit)
  }

  @Test func `a failure of Graph's own work brings its words`() {
    let failure = Failure(
      CommandError(.operationFailed("Archiving X", graphCode: "Conflict", message: "Taken.")))
    #expect(failure.why == "Conflict: Taken.")
    #expect(
      Failure(CommandError(.stillUnderWay("X", path: "/teams/a('b')"))).next
        == "Look later: graph get \"/teams/a('b')\"")
  }

  @Test func `of several that nobody matches it is said who is meant, or how to go on without`() {
    let next = { (isSkippable: Bool) in
      Failure(
        CommandError(
          .noneMatches(.person, ["a", "b"], nearest: ["Ada", "Bo"], isSkippable: isSkippable))
      ).next
    }
    #expect(next(false) == "Did you mean “Ada” or “Bo”?")
    #expect(next(true) == "To go on without them: --skip-missing")
  }
}
