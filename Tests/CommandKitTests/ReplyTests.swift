import CommandKit
import Documents
import Output
import TestSupport
import Testing

/// How replies are shown.
struct ReplyTests {
  /// A session whose Graph has two teams, on one page or two.
  private func session(
    pages: Int = 1, isTerminal: Bool = false, requests: Int = 1
  ) throws -> TestSession {
    let one = #"{"id":"1","displayName":"Alpha","extra":[1]}"#
    let two = #"{"id":"2","displayName":"=Beta","extra":null}"#
    let link = "https://graph.example/v1.0/teams?$skiptoken=x"
    let whole = ScriptedAnswer.json(#"{"value":[\#(one),\#(two)]}"#)
    let first = ScriptedAnswer.json(#"{"value":[\#(one)],"@odata.nextLink":"\#(link)"}"#)
    let exchanges = (0..<requests).flatMap { _ -> [ScriptedExchange] in
      pages == 1
        ? [.get("/v1.0/teams", whole)]
        : [.get("/v1.0/teams", first), .get(link, .json(#"{"value":[\#(two)]}"#))]
    }
    let session = try TestSession(transport: ScriptedTransport(exchanges)) {
      $0.isTerminal = isTerminal
    }
    try session.signIn(TestToken.person(["Team.ReadBasic.All"]))
    return session
  }

  @Test(arguments: [
    ("team list -o ids", "1\n2\n"), ("team list --jq .displayName", "Alpha\n=Beta\n"),
    ("team list --jq '.displayName'", "Alpha\n=Beta\n"),
    ("team list -o csv --columns id,team", "ID,TEAM\r\n1,Alpha\r\n2,'=Beta\r\n"),
    ("team list -o csv --columns team --raw", "TEAM\r\nAlpha\r\n=Beta\r\n"),
    (
      "team list -o ndjson",
      #"{"id":"1","displayName":"Alpha","extra":[1]}"# + "\n"
        + #"{"id":"2","displayName":"=Beta","extra":null}"# + "\n"
    ),
  ])
  func `a list is shown in the format asked for`(line: String, expected: String) async throws {
    let shown = try await session().result(of: line)
    #expect(shown.replacing("\r\n", with: "\n") == expected.replacing("\r\n", with: "\n"))
  }

  @Test func `without a terminal a list is one JSON array, as Graph sent it`() async throws {
    let shown = try await session(pages: 2).result(of: "team list")
    let rows = try #require(try JSON(parsing: shown).array)
    #expect(rows.map { $0["extra"] } == [[1], .null])
  }

  @Test func `at a terminal it is a table with numbered rows`() async throws {
    let shown = try await session(isTerminal: true).result(of: "team list")
    #expect(shown.contains("TEAM") && shown.contains("Alpha") && !shown.contains("{"))
  }

  @Test func `a cut is said on standard error, and asks for no page too many`() async throws {
    let one = #"{"value":[{"id":"1"},{"id":"3"}]}"#
    let session = try TestSession(transport: ScriptedTransport([.get("/v1.0/teams", .json(one))]))
    try session.signIn(TestToken.person(["Team.ReadBasic.All"]))
    #expect(try await session.result(of: "team list --limit 1 -o ids") == "1\n")
    #expect(session.errors.text == "Showing the first 1. There are more.\n")
  }

  @Test func `the list's rows and the last object can be pointed at`() async throws {
    let session = try session()
    _ = try await session.result(of: "team list")
    #expect(try session.workspace.reference(row: 2) == "2")
    #expect(throws: CommandError.self) { try session.workspace.reference(row: 3) }
    #expect(await session.run("echo ${last.displayName}") == .usage)
  }

  @Test func `inside a substitution a list is its references, and leaves the last list alone`()
    async throws
  {
    let session = try session(requests: 2)
    _ = try await session.result(of: "team list")
    #expect(try await session.result(of: "echo $(team list --limit 2)") == "1 2\n")
    #expect(try session.workspace.reference(row: 1) == "1")
  }

  @Test(arguments: [
    "team list --columns NOSUCH", "team list -o xml",
    "team list --jq '.['", "team list --limit -1", "team list stray", "team", "team lst",
    "tema list",
  ])
  func `what cannot be shown or called is told as a slip of usage`(line: String) async throws {
    let session = try session(requests: 0)
    try session.signIn(TestToken.person(["Team.ReadBasic.All"]))
    #expect(await session.run(line) == .usage)
    #expect(!session.errors.text.contains("\u{1}"))
  }

  @Test func `a quoted value is taken as it is`() async throws {
    let session = try TestSession()
    #expect(
      try await session.result(of: "echo '--dry-run' '%3' '@me' -x") == "--dry-run %3 @me -x\n")
  }

  @Test(arguments: ["-o json", "--help", "-- -x", "a --limit 1"])
  func `echo prints words that look like options`(words: String) async throws {
    let session = try TestSession()
    #expect(try await session.result(of: "echo \(words)") == "\(words)\n")
  }
}
