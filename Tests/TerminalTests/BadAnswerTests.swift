import Testing

/// Servers that refuse, fail or talk nonsense: one message, the right code, and nothing sent twice.
struct BadAnswerTests {
  /// What a server does, which line meets it, and what the person is told.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var answer: ScriptedServer.Answer
    var line = "team list"
    var code: Int32
    var words: String
    /// How often the server is asked.
    var requests = 1

    init(
      _ name: String, _ answer: ScriptedServer.Answer, line: String = "team list", code: Int32,
      _ words: String, requests: Int = 1
    ) {
      testDescription = name
      self.answer = answer
      self.line = line
      self.code = code
      self.words = words
      self.requests = requests
    }
  }

  private static func refusal(
    _ status: String, _ code: String, _ fields: [String] = []
  ) -> ScriptedServer.Answer {
    .reply(status, fields, "{\"error\":{\"code\":\"\(code)\",\"message\":\"Graph's own words\"}}")
  }

  static let cases = [
    Case(
      "401", refusal("401 Unauthorized", "InvalidAuthenticationToken"), code: 3,
      "Graph refused the token in TEAMSH_ACCESS_TOKEN."),
    Case(
      "403", refusal("403 Forbidden", "Forbidden"), code: 4,
      "team list needs Team.ReadBasic.All; what this sign-in has cannot be read.\n  Forbidden: Graph's own words"
    ),
    Case(
      "404", refusal("404 Not Found", "NotFound"), line: "graph get /teams/1", code: 5,
      "Graph knows nothing there.\n  NotFound: Graph's own words"),
    Case(
      "409", refusal("409 Conflict", "Conflict"), line: "graph post /teams/1/x {}", code: 1,
      "It conflicts with what is there already.\n  Conflict: Graph's own words"),
    Case(
      "429 with a wait", refusal("429 Too Many Requests", "TooManyRequests", ["Retry-After: 0"]),
      code: 6, "Graph asks for patience, and the retries are used up.", requests: 6),
    Case(
      "429 with a long wait",
      refusal("429 Too Many Requests", "TooManyRequests", ["Retry-After: 7200"]),
      code: 6, "Try again in 7200 s."),
    Case(
      "429 without a wait", refusal("429 Too Many Requests", "TooManyRequests"),
      code: 6, "Graph asks for patience, and the retries are used up.", requests: 6),
    Case(
      "500", refusal("500 Internal Server Error", "InternalServerError"), code: 8,
      "Graph is out of order (500).\n  InternalServerError: Graph's own words"),
    Case(
      "502 to a write", .reply("502 Bad Gateway", [], "<html>"), line: "graph post /teams/1/x {}",
      code: 8, "It may have been carried out: look before you repeat it."),
    Case(
      "503 with a wait",
      refusal("503 Service Unavailable", "serviceNotAvailable", ["Retry-After: 0"]),
      code: 8, "Graph is out of order (503).", requests: 6),
    Case(
      "504 to a write", .reply("504 Gateway Timeout"), line: "graph patch /teams/1/x {}", code: 8,
      "It may have been carried out: look before you repeat it."),
    Case(
      "JSON that is cut short", .reply("200 OK", [], "{\"value\":[{\"id\":"), code: 8,
      "Graph's answer is cut short or no JSON."),
    Case(
      "a page of HTML", .reply("200 OK", ["Content-Type: text/html"], "<html>Sign in</html>"),
      code: 8, "Graph's answer is cut short or no JSON."),
    Case("bytes that are no HTTP", .raw("garbage"), code: 8, "is no HTTP."),
    Case(
      "a body that ends early", .raw("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{\"value\":"),
      code: 7, "was lost.", requests: 3),
    Case(
      "a hang-up behind a write", .raw(""), line: "graph post /teams/1/x {}", code: 7,
      "The answer was lost: it may have been carried out, and was not repeated."),
  ]

  @Test(arguments: cases)
  func `each refusal and failure has its message and its exit code`(_ bad: Case) throws {
    let home = try Home()
    let server = try ScriptedServer { _ in bad.answer }
    let run = try Run(["-c", bad.line], in: Self.environment(home, server.root))
    #expect(run.code == bad.code)
    #expect(run.errors.contains(bad.words), "\(run.errors)")
    #expect(run.output.isEmpty || run.output == "[\n")
    #expect(server.requests.count == bad.requests)
  }

  @Test func `a next link to another host is not followed, and the list before it not closed`()
    throws
  {
    let home = try Home()
    let other = try ScriptedServer { _ in .reply("200 OK", [], "{}") }
    let next = "\(other.root)/v1.0/teams?$skiptoken=2"
    let server = try ScriptedServer { _ in
      .reply("200 OK", [], "{\"value\":[{\"id\":\"1\"}],\"@odata.nextLink\":\"\(next)\"}")
    }
    let run = try Run(["-c", "team list"], in: Self.environment(home, server.root))
    #expect(run.code == 8)
    #expect(run.errors.contains("leads to another host; it was not followed."))
    #expect(run.output.contains("\"id\":\"1\""))
    #expect(!run.output.contains("]"))
    #expect(other.requests.isEmpty)
  }

  @Test func `what cannot be reached, resolved or trusted is named`() throws {
    let home = try Home()
    let closed = "http://127.0.0.1:\(ScriptedServer.closedPort())"
    let refused = try Run(["-c", "team list"], in: Self.environment(home, closed))
    #expect(refused.code == 7)
    #expect(refused.errors.contains("127.0.0.1:") && refused.errors.contains("cannot be reached."))
    let unknown = try Run(["-c", "team list"], in: Self.environment(home, "https://graph.invalid"))
    #expect(unknown.code == 7)
    #expect(unknown.errors.contains("The name graph.invalid cannot be resolved."))
    let plain = try Run(["-c", "team list"], in: Self.environment(home, "http://graph.invalid"))
    #expect(plain.code == 2)
    #expect(plain.errors.contains("only https is used"))
  }

  @Test(.enabled(if: SecureServer.isAvailable))
  func `a certificate that nobody vouches for is refused, and trusted once its CA is named`() throws
  {
    let home = try Home()
    let server = try SecureServer(in: home)
    var environment = Self.environment(home, server.root)
    let refused = try Run(["-c", "team list"], in: environment)
    #expect(refused.code == 7)
    #expect(refused.errors.contains("The certificate of 127.0.0.1"))
    #expect(refused.errors.contains("CURL_CA_BUNDLE"))
    environment["CURL_CA_BUNDLE"] = server.certificate
    let trusted = try Run(["-c", "team list"], in: environment)
    #expect(trusted.code == 8)
    #expect(trusted.errors.contains("no JSON"))
  }

  static func environment(_ home: Home, _ root: String) -> [String: String] {
    home.environment.merging([
      "TEAMSH_GRAPH_URL": root, "TEAMSH_LOGIN_URL": root, "TEAMSH_TENANT": "contoso.com",
      "TEAMSH_CLIENT_ID": "5992cdef-c909-45ce-b7e1-3067f30a4949",
      "TEAMSH_ACCESS_TOKEN": "ready-token", "TEAMSH_PACE": "off",
    ]) { $1 }
  }
}
