import Graph
import HTTPTypes
import Identity
import Output
import Records
import Testing
import Transport

@testable import CommandKit

/// The one table of words and exit codes.
struct FailureTests {
  private static func graph(_ code: GraphError.Code, _ method: HTTPRequest.Method = .get)
    -> GraphError
  {
    GraphError(
      code: code, status: 400, graphCode: "Code", message: "Words.", requestID: "id-1",
      method: method, template: "/teams/{}")
  }

  @Test(
    arguments: [
      (.badRequest, 1), (.unsupportedQuery, 1), (.unauthorized, 3), (.forbidden, 4), (.notFound, 5),
      (.gone, 5), (.conflict, 1), (.locked, 1), (.throttled, 6), (.serverFailed, 8),
      (.badGateway, 8), (.unavailable, 8), (.gatewayTimeout, 8), (.outcomeUnknown, 7),
      (.malformedAnswer, 8), (.foreignLink, 8), (.repeatedLink, 8), (.foreignToken, 3),
      (.preconditionFailed, 1), (.tooLarge, 1),
    ] as [(GraphError.Code, Int32)])
  func `what Graph says ends with its code`(code: GraphError.Code, exit: Int32) {
    #expect(Failure(Self.graph(code)).exitCode.rawValue == exit)
  }

  @Test func `Graph's own words come with its code and the id for support`() {
    let failure = Failure(Self.graph(.conflict))
    #expect(failure.what == "It conflicts with what is there already.")
    #expect(failure.why == "Code: Words. (request-id id-1)")
  }

  @Test func `of a write that may have happened one is told to look`() {
    #expect(Failure(Self.graph(.badGateway, .post)).next?.contains("look before") == true)
    #expect(Failure(Self.graph(.badGateway)).next == "Try again in a while.")
  }

  @Test(
    arguments: [
      (.conflict, "A first answer was lost, and the repeat was refused (400).", 7),
      (.outcomeUnknown, "The answer was lost, and no repeat was answered", 7),
      (.badGateway, "Graph is out of order", 8),
    ] as [(GraphError.Code, String, Int32)])
  func `how the repeat of a lost write ended is said, and that it may have been carried out`(
    code: GraphError.Code, what: String, exit: Int32
  ) {
    var error = Self.graph(code, .put)
    error.followsLostAnswer = true
    let failure = Failure(error)
    #expect(failure.what.hasPrefix(what))
    #expect(failure.text.contains("may have been carried out"))
    #expect(!failure.text.contains("was not repeated"))
    #expect(failure.exitCode.rawValue == exit)
  }

  @Test(
    arguments: [
      (.notFound(.team, "X", nearest: ["Y"]), 5), (.ambiguous(.team, "X", []), 2),
      (.inexact(.team, typed: "x", name: "X"), 2), (.unknownCommand("tema", nearest: ["team"]), 2),
      (.missingVerb(noun: "team", verbs: ["list"]), 2), (.noSuchRow(3, rows: 0), 2),
      (.placeNeeded([.team]), 2), (.notConfirmed(command: "channel delete"), 2), (.declined, 1),
      (.readOnly(command: "channel create"), 4), (.notSignedIn, 3), (.clientIDMissing, 3),
      (.secretMissing, 3), (.tenantMissing, 3), (.unknownSetting("x", known: ["output"]), 2),
      (.invalidJSON(reason: "x", offset: 1), 2), (.emptyInput, 2), (.unsupported("No."), 2),
      (.unknownColumn("x", known: []), 2), (.linkUnknown("x"), 2),
      (.identityMissing(needed: ["person"], held: ["app"], command: "chat list"), 3),
    ] as [(CommandError.Code, Int32)])
  func `what a command refuses ends with its code`(code: CommandError.Code, exit: Int32) {
    let failure = Failure(CommandError(code))
    #expect(failure.exitCode.rawValue == exit)
    #expect(failure.what != "Failed.")
  }

  @Test(arguments: TransportError.Code.allCases)
  func `a lost connection names its host, and ends with 7 as a rule`(code: TransportError.Code) {
    let failure = Failure(TransportError(code: code, host: "graph.example", detail: "curl's words"))
    let others: [TransportError.Code: Int32] = [
      .unsupportedURL: 2, .tooLarge: 8, .malformedAnswer: 8, .cancelled: 130, .unavailable: 1,
    ]
    #expect(failure.exitCode.rawValue == others[code] ?? 7)
    #expect(
      failure.what.contains("graph.example") || others[code].map { [1, 130].contains($0) } == true)
  }

  @Test(arguments: IdentityError.Code.allCases)
  func `a failed sign-in ends with 3 as a rule`(code: IdentityError.Code) {
    let others: [IdentityError.Code: Int32] = [
      .malformedAnswer: 8, .serverFailed: 8, .transport: 7, .cancelled: 130,
    ]
    #expect(Failure(IdentityError(code: code)).exitCode.rawValue == others[code] ?? 3)
  }

  @Test func `a closed output, a full disk and Ctrl-C have their codes`() {
    #expect(Failure(SinkError(code: .closedPipe, reason: "")).exitCode == .closedOutput)
    #expect(Failure(SinkError(code: .noSpace, path: "x", reason: "")).exitCode == .failed)
    #expect(Failure(CancellationError()).exitCode == .interrupted)
    #expect(Failure(JournalError(code: .unwritable, path: "x", reason: "")).exitCode == .failed)
  }

  @Test func `a refused permission is named, with what is held and what to do`() {
    let failure = Failure(
      PermissionFailure(
        command: "channel create", missing: ["Channel.Create"], held: ["User.Read"], kind: .person,
        underlying: Self.graph(.forbidden)))
    #expect(failure.exitCode == .permission)
    #expect(
      failure.text == """
        channel create needs Channel.Create; this sign-in has User.Read.
          Code: Words. (request-id id-1)
          Type: permissions request Channel.Create
        """)
  }
}
