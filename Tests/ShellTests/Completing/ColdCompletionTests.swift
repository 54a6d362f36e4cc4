import Cache
import CommandKit
import Foundation
import LineEditing
import Synchronization
import TestSupport
import Testing

@testable import Shell

/// A list that was never read: what Tab says of it, and that it is read behind the prompt's back.
struct ColdCompletionTests {
  private static let members = #"""
    {"value":[{"id":"m","userId":"adele","displayName":"Adele Vance","email":"adele@x","roles":[]}]}
    """#

  /// A session at the prompt that stands in a team of which nothing is known, and has its other lists.
  private func desk(_ exchanges: [ScriptedExchange]) throws -> CompletionDesk {
    let session = try TestSession(transport: ScriptedTransport(exchanges)) {
      $0.isInteractive = true
    }
    try session.signIn(TestToken.person([]))
    let desk = CompletionDesk(session: session)
    for kind in [CacheKind.teams, .people, .chats] { try desk.store(kind, [("x", "X")]) }
    desk.stand(in: "t", "Contoso IT")
    session.workspace.fillAfterSignIn()
    return desk
  }

  /// Waits until names have arrived so many times.
  private func arrivals(in desk: CompletionDesk) -> AsyncStream<Void> {
    AsyncStream { continuation in
      desk.session.workspace.watchNames { continuation.yield() }
    }
  }

  @Test func `it is said to be loading, is asked for once, and is there when it came`() async throws
  {
    let gate = Gate()
    let desk = try desk([
      .get("/v1.0/teams/t/members", .json(Self.members).held(by: gate))
    ])
    var arrived = arrivals(in: desk).makeAsyncIterator()
    for _ in 0..<3 {
      let completion = desk.complete("member remove ")
      #expect(completion.note == "loading members…")
    }
    await gate.arrival()
    gate.open()
    _ = await arrived.next()
    #expect(desk.insertions("member remove ") == ["\"Adele Vance\" "])
    #expect(desk.complete("member remove ").note?.hasPrefix("as of ") == true)
    desk.session.workspace.stopFilling()
  }

  @Test func `a refusal is said, everybody is offered, and nobody asks again`() async throws {
    let desk = try desk([.get("/v1.0/teams/t/members", .status(403))])
    var arrived = arrivals(in: desk).makeAsyncIterator()
    #expect(desk.complete("member remove ").note == "loading members…")
    _ = await arrived.next()
    for _ in 0..<3 {
      let completion = desk.complete("member remove ")
      #expect(completion.note?.hasPrefix("no members: ") == true)
      #expect(completion.candidates.map(\.display) == ["X"])
    }
    desk.session.workspace.stopFilling()
  }

  @Test func `a list that grew old is offered as it is while it is read anew`() async throws {
    let gate = Gate()
    let desk = try desk([
      .get("/v1.0/teams/t/members", .json(Self.members).held(by: gate))
    ])
    let old = Date(timeIntervalSinceNow: -4000)
    try desk.cache.store(
      [
        CachedEntry(kind: .members, container: "t", id: "bob", name: "Bob", cachedAt: old)
      ], kind: .members, container: "t", isComplete: true, at: old)
    var arrived = arrivals(in: desk).makeAsyncIterator()
    let completion = desk.complete("member remove ")
    #expect(completion.candidates.map(\.display) == ["Bob"])
    #expect(completion.note?.hasSuffix(", refreshing…") == true)
    await gate.arrival()
    gate.open()
    _ = await arrived.next()
    #expect(desk.complete("member remove ").candidates.map(\.display) == ["Adele Vance"])
    desk.session.workspace.stopFilling()
  }

  @Test func `a session that is no prompt's asks for nothing`() throws {
    let desk = try CompletionDesk()
    desk.stand(in: "t", "Contoso IT")
    #expect(desk.complete("member remove ").note == "nothing read yet: cache refresh members")
  }

  @Test func `nobody signed in is said`() throws {
    let desk = CompletionDesk(session: try TestSession())
    #expect(desk.complete("team show ").note == "nobody is signed in: login")
  }
}
