import Cache
import Foundation
import Graph
import TestSupport
import Testing
import Transport

@testable import CommandKit

/// What happens to lists behind the prompt's back.
struct FreshenTests {
  private static let delta = "https://graph.example/v1.0/users/delta"

  private static func link(_ token: String, _ values: String = "") -> ScriptedAnswer {
    .json(#"{"@odata.deltaLink":"\#(delta)?$deltatoken=\#(token)","value":[\#(values)]}"#)
  }

  private func session(
    _ exchanges: [ScriptedExchange], at date: SettableDate, home: TemporaryHome? = nil
  ) throws -> TestSession {
    let session = try TestSession(transport: ScriptedTransport(exchanges), home: home) {
      $0.now = { date.now }
    }
    try session.signIn(TestToken.app(["User.Read.All"]))
    return session
  }

  private func store(_ names: [String], in cache: TenantCache, at date: SettableDate) throws {
    let now = date.now
    for kind in [CacheKind.teams, .people] {
      try cache.store(
        names.map { CachedEntry(kind: kind, id: $0, name: $0, cachedAt: now) }, kind: kind,
        isComplete: true, at: now,
        followed: kind == .people
          ? FollowedList(link: "\(Self.delta)?$deltatoken=a", limit: nil) : nil)
    }
  }

  @Test func `a list is followed at a sign-in, and while somebody types a minute later`()
    async throws
  {
    let date = SettableDate()
    let (first, second) = (Gate(), Gate())
    let session = try session(
      [
        .get(
          "/v1.0/users/delta?$deltatoken=a",
          Self.link("b", #"{"id":"ada","@removed":{"reason":"changed"}}"#).held(by: first)),
        .get(
          "/v1.0/users/delta?$deltatoken=b",
          Self.link("c", #"{"id":"bob","@removed":{"reason":"deleted"}}"#).held(by: second)),
      ], at: date)
    let cache = try #require(session.workspace.cache)
    try store(["ada", "bob", "cy"], in: cache, at: date)
    session.workspace.freshen()
    date.advance(seconds: 60)
    session.workspace.fillAfterSignIn()
    await first.arrival()
    first.open()
    await session.workspace.freshened()
    #expect(try cache.entries(.people).map(\.name) == ["bob", "cy"])
    // Nobody asked for it: no statement's time tells of it, and no failure is explained by it.
    #expect(session.workspace.meter.reading == GraphMeter.Reading())
    #expect(session.workspace.meter.latest == nil)
    session.workspace.freshen()
    date.advance(seconds: 60)
    session.workspace.freshen()
    session.workspace.freshen()
    await second.arrival()
    second.open()
    await session.workspace.freshened()
    #expect(cache.loadedIndex(.people)?.search("", limit: 9).hits.map(\.name) == ["cy"])
    session.workspace.stopFilling()
    date.advance(seconds: 86_400)
    session.workspace.freshen()
    await session.workspace.freshened()
  }

  @Test func `what another shell wrote is in memory after the next look`() async throws {
    let date = SettableDate()
    let session = try session([], at: date)
    let cache = try #require(session.workspace.cache)
    try store(["ada"], in: cache, at: date)
    session.workspace.fillAfterSignIn()
    await session.workspace.freshened()
    let other = try self.session([], at: date, home: session.home)
    try #require(other.workspace.cache).store(
      [CachedEntry(kind: .people, id: "eve", name: "Eve", cachedAt: date.now)], kind: .people,
      isComplete: false)
    #expect(cache.loadedIndex(.people)?.count == 1)
    date.advance(seconds: 59)
    session.workspace.freshen()
    await session.workspace.freshened()
    #expect(cache.loadedIndex(.people)?.count == 1)
    try store(["ada", "eve"], in: cache, at: date)
    date.advance(seconds: 1)
    try #require(other.workspace.cache).remove(.people, id: "ada")
    session.workspace.freshen()
    await session.workspace.freshened()
    #expect(cache.loadedIndex(.people)?.search("", limit: 9).hits.map(\.name) == ["eve"])
  }

  @Test func `a cache that another shell set aside is left for the one in its place`() throws {
    let date = SettableDate()
    let session = try session([], at: date)
    let cache = try #require(session.workspace.cache)
    try store(["ada"], in: cache, at: date)
    let folder = session.workspace.configuration.files.cache
    let file = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first {
        $0.hasSuffix(".sqlite")
      })
    try FileManager.default.moveItem(atPath: "\(folder)/\(file)", toPath: "\(folder)/aside")
    let next = try #require(session.workspace.cache)
    #expect(next !== cache)
    #expect(session.workspace.cache === next)
    #expect(try next.summary().isEmpty)
    #expect(session.errors.text.isEmpty)
  }
}
