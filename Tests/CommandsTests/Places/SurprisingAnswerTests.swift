import CommandKit
import Commands
import HTTPTypes
import Output
import TestSupport
import Testing

/// Successes that come without what they should bring.
struct SurprisingAnswerTests {
  private static let team = "22222222-2222-4222-8222-222222222222"
  private static let graph = "https://graph.example/v1.0"
  private static let channel = "19:aa@thread.tacv2"
  private static let shared = "--kind shared --team \(team)"

  private static let found = ScriptedExchange.get(
    "\(graph)/teams/\(team)", .json(#"{"id":"\#(team)","displayName":"IT"}"#))
  private static let operation = "\(graph)/teams/\(team)/operations/7"

  private static func accepted(_ location: String? = nil) -> ScriptedAnswer {
    var fields: HTTPFields = [:]
    fields[.location] = location
    return .status(202, fields: fields)
  }

  private static func status(_ status: String, _ more: String = "") -> ScriptedAnswer {
    .json(#"{"id":"7","status":"\#(status)"\#(more)}"#)
  }

  private static func session(_ exchanges: [ScriptedExchange]) throws -> TestSession {
    let session = try TestSession(transport: ScriptedTransport([found] + exchanges)) {
      $0.clock = InstantClock()
    }
    try session.signIn(TestToken.person(["Channel.Create"]))
    return session
  }

  private static func creation(_ answer: ScriptedAnswer) -> ScriptedExchange {
    .post("\(graph)/teams/\(team)/channels", answer)
  }

  private static func run(
    _ line: String, _ exchanges: ScriptedExchange...
  ) async throws -> (code: ExitCode, output: String, errors: String) {
    let session = try session(exchanges)
    let code = await session.run(line)
    return (code, session.output.text, session.errors.text)
  }

  @Test(arguments: [201, 200, 204])
  func `a channel made without a word about it is said to be made`(status: Int) async throws {
    let made = try await Self.run(
      "channel create X --team \(Self.team)", Self.creation(.status(status)))
    #expect(made.code == .done)
    #expect(made.output == "Created the channel X in IT. Graph did not say its id.\n")
  }

  @Test(arguments: ["{}", "[]", "null", "3", #"{"id":null}"#, #"{"id":7}"#])
  func `a document of another shape is no id`(body: String) async throws {
    let made = try await Self.run(
      "channel create X --team \(Self.team)", Self.creation(.json(body, status: 201)))
    #expect(made.code == .done, "\(made.errors)")
    #expect(made.output == "Created the channel X in IT. Graph did not say its id.\n")
  }

  @Test(arguments: [nil, "", "/teams/7", "https://elsewhere.example/x"])
  func `work that nobody may watch is said to go on`(location: String?) async throws {
    let made = try await Self.run(
      "channel create X \(Self.shared)", Self.creation(Self.accepted(location)))
    #expect(made.code == .done)
    #expect(made.output == "Graph is creating the channel X in IT, and lets nobody watch.\n")
  }

  @Test(arguments: [
    "/teams('\(team)')/operations('7')", "/teams/\(team)/operations/7",
    "https://elsewhere.example/v1.0/teams/\(team)/operations/7",
  ])
  func `work is watched until it is done, at Graph and nowhere else`(location: String) async throws
  {
    let made = try await Self.run(
      "channel create X \(Self.shared) -o ids", Self.creation(Self.accepted(location)),
      .get(Self.operation, .json(#"{"error":{"code":"NotFound"}}"#, status: 404)),
      .get(Self.operation, Self.status("notStarted")),
      .get(Self.operation, Self.status("somethingNew")),
      .get(
        Self.operation, Self.status("succeeded", #","targetResourceId":"\#(Self.channel)""#)),
      .get(
        "\(Self.graph)/teams/\(Self.team)/channels/19%3Aaa%40thread.tacv2", .status(404)))
    #expect(made.code == .done, "\(made.errors)")
    #expect(made.output == "\(Self.team)/\(Self.channel)\n")
  }

  @Test func `work that fails says why`() async throws {
    let made = try await Self.run(
      "channel create X \(Self.shared)",
      Self.creation(Self.accepted("/teams/\(Self.team)/operations/7")),
      .get(
        Self.operation,
        Self.status("failed", #","error":{"code":"Conflict","message":"Taken."}"#)))
    #expect(made.code == .failed)
    #expect(made.errors.contains("Creating the channel X failed.\n  Conflict: Taken."))
  }

  @Test func `nobody waits for ever`() async throws {
    // Ten looks a second apart, ten at five seconds, eight at half a minute, and the last one.
    let looks = (0..<29).map { _ in
      ScriptedExchange.get(Self.operation, Self.status("inProgress"))
    }
    let session = try Self.session(
      [Self.creation(Self.accepted("/teams/\(Self.team)/operations/7"))] + looks)
    #expect(await session.run("channel create X \(Self.shared)") == .failed)
    #expect(session.errors.text.contains("Creating the channel X is still under way."))
    #expect(session.errors.text.contains("graph get \"/teams/\(Self.team)/operations/7\""))
  }

  @Test func `an app is asked for an owner before anything else`() async throws {
    let session = try TestSession()
    try session.signIn(TestToken.app(["Channel.Create"]))
    #expect(await session.run("channel create X \(Self.shared)") == .usage)
    #expect(session.errors.text.contains("A shared channel needs an owner"))
  }

  @Test func `a chat made without a word about it is said to be made`() async throws {
    let users =
      #"{"value":[{"id":"u1","displayName":"Lee Gu","userPrincipalName":"lee@contoso.com"}]}"#
    let session = try TestSession(
      transport: ScriptedTransport([
        .get("\(Self.graph)/users", .json(users)), .post("\(Self.graph)/chats", .status(201)),
      ]))
    try session.signIn(TestToken.person(["Chat.Create"]))
    let said = try await session.result(of: "chat create @lee --group")
    #expect(said == "Created the chat of Lee Gu. Graph did not say its id.\n")
  }
}
