import CommandKit
import Commands
import TestSupport
import Testing

/// What failed last, and how it came to that.
struct LastErrorTests {
  @Test func `a failure is shown again, with its exchange and without secrets`() async throws {
    let refusal = "{\"error\":{\"code\":\"Forbidden\",\"message\":\"No.\"},\"password\":\"canary\"}"
    let session = try TestSession(
      transport: ScriptedTransport([
        .get("/v1.0/x?access_token=canary", .json(refusal, status: 403)),
        .get("/v1.0/me", .json("{\"id\":\"1\"}")),
      ]))
    try session.signIn(TestToken.person([]))
    #expect(try await session.result(of: "last-error") == "Nothing has failed yet.\n")
    #expect(await session.run("graph get '/x?access_token=canary'") == .permission)
    _ = try await session.result(of: "graph get /me")
    let short = try await session.result(of: "last-error")
    #expect(short.contains("Forbidden: No.") && !short.contains("GET"))
    let long = try await session.result(of: "last-error -v")
    #expect(long.hasPrefix(short))
    #expect(long.contains("(exit code 4)"))
    #expect(long.contains("GET https://graph.example/v1.0/x?access_token=***"))
    #expect(long.contains("> Authorization: ***") || long.contains("> authorization: ***"))
    #expect(long.contains("< 403\n"))
    #expect(long.contains("\"password\":\"***\""))
    #expect(!long.contains("canary") && !long.contains("Bearer"))
  }

  @Test func `a failure of this shell's own has no exchange, and one before || is kept`()
    async throws
  {
    let session = try TestSession()
    #expect(await session.run("nonsense || true") == .done)
    let text = try await session.result(of: "last-error -v")
    #expect(text.contains("There is no command “nonsense”."))
    #expect(text.contains("Nothing was asked of Graph."))
  }
}
