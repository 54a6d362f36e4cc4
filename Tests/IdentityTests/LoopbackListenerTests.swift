import Foundation
import HTTPTypes
import Identity
import TestSupport
import Testing
import Transport

/// The port that a browser comes back to, visited as a browser visits it.
struct LoopbackListenerTests {
  private let listener: LoopbackListener
  private let request: AuthorizationRequest
  private let state: String
  private static let curl = CurlTransport()

  init() throws {
    listener = try LoopbackListener()
    request = AuthorizationCodeFlow(
      authority: SignIn.authority(), clientID: "app", transport: ScriptedTransport()
    ).begin(scopes: [], redirect: listener.redirect)
    state = try #require(SignIn.query(request.address)["state"])
  }

  private func get(_ path: String, of redirect: String) async throws -> TransportResponse {
    let root = redirect.replacing("localhost", with: "127.0.0.1")
    return try await Self.curl.send(TransportRequest(.get, url: root + path))
  }

  private func wait(
    clock: any Clock<Duration> = ContinuousClock()
  ) async throws -> Secret {
    try await listener.code(of: request, within: .seconds(60), clock: clock)
  }

  @Test func `the answer brings the code, and the page says that it can be closed`() async throws {
    // The port is open already: what comes before the wait is answered by it.
    async let page = get("/?code=c1&state=\(state)", of: listener.redirect)
    #expect(try await wait() == Secret("c1"))
    let answer = try await page
    let text = String(decoding: answer.body, as: UTF8.self)
    #expect(answer.head.status == .ok)
    #expect(answer.head.headerFields[.contentType] == "text/html; charset=utf-8")
    #expect(answer.head.headerFields[.cacheControl] == "no-store")
    #expect(text.contains("<h1>Signed in</h1>"))
    #expect(text.contains("You can close this page."))
    #expect(!text.contains("c1"))
  }

  @Test func `what is no answer is hung up on, and the wait goes on`() async throws {
    async let code = wait()
    for path in ["/favicon.ico", "/"] {
      await #expect(throws: TransportError.self, "\(path)") {
        try await get(path, of: listener.redirect)
      }
    }
    await #expect(throws: TransportError.self) {
      let url = listener.redirect.replacing("localhost", with: "127.0.0.1")
      _ = try await Self.curl.send(
        TransportRequest(.post, url: "\(url)/?code=c2&state=\(state)", body: []))
    }
    async let page = get("/?code=c3&state=\(state)", of: listener.redirect)
    #expect(try await code == Secret("c3"))
    _ = try await page
  }

  @Test(arguments: [
    ("/?code=c1&state=other", IdentityError.Code.foreignAnswer),
    ("/?error=access_denied&error_description=AADSTS65004%3a+No.&state=STATE", .declined),
  ])
  func `an answer that is refused is told in the browser too, and ends the wait`(
    path: String, code: IdentityError.Code
  ) async throws {
    async let page = get(path.replacing("STATE", with: state), of: listener.redirect)
    let failure = await #expect(throws: IdentityError.self) { try await wait() }
    #expect(failure?.code == code)
    #expect(String(decoding: try await page.body, as: UTF8.self).contains("<h1>Not signed in</h1>"))
  }

  @Test func `after the answer nobody listens any more`() async throws {
    let redirect: String
    do {
      let listener = try LoopbackListener()
      redirect = listener.redirect
      async let page = get("/?code=c1&state=\(state)", of: redirect)
      _ = try await listener.code(of: request, within: .seconds(60))
      _ = try await page
    }
    let failure = await #expect(throws: TransportError.self) {
      try await get("/?code=c2&state=\(state)", of: redirect)
    }
    #expect(failure?.code == .connectFailed)
  }

  @Test func `a person has only so long`() async {
    let failure = await #expect(throws: IdentityError.self) {
      try await wait(clock: InstantClock())
    }
    #expect(failure?.code == .browserTimedOut)
  }

  @Test func `giving up ends the wait at once`() async {
    let waiting = Task { try await wait() }
    waiting.cancel()
    let failure = await #expect(throws: IdentityError.self) { try await waiting.value }
    #expect(failure?.code == .cancelled)
  }
}
