import Documents
import Foundation
import TestSupport
import Testing

@testable import BotEndpoint

struct KeyDirectoryTests {
  private let date = SettableDate()

  private func directory(_ source: KeySource) -> KeyDirectory {
    KeyDirectory(metadata: KeySource.metadata, transport: source, now: { [date] in date.now })
  }

  private func keys(_ names: String...) throws -> [JSON] {
    let genuine = try #require(Signatory.genuine)
    return try names.map { try genuine.published(id: $0) }
  }

  @Test func `keys are fetched once and remembered`() async throws {
    let source = KeySource(try keys("a", "b"))
    let directory = directory(source)
    for name in ["a", "b", "a"] { #expect(try await directory.key(name).id == name) }
    #expect(source.fetches == 1)
  }

  @Test func `all who come before the keys are there wait for one fetch`() async throws {
    let gate = Gate()
    let source = KeySource(try keys("a"), gate: gate)
    let directory = directory(source)
    async let one = directory.key("a")
    async let other = directory.key("a")
    await gate.arrival()
    gate.open()
    #expect(try await [one.id, other.id] == ["a", "a"])
    #expect(source.fetches == 1)
  }

  @Test func `a new key is found, and unknown names make no flood of fetches`() async throws {
    let source = KeySource(try keys("a"))
    let directory = directory(source)
    _ = try await directory.key("a")
    for number in 1...50 {
      await #expect(throws: Refusal.keyUnknown) { try await directory.key("forged-\(number)") }
    }
    #expect(source.fetches == 1)
    source.publish(try keys("a", "new"))
    date.advance(seconds: KeyShelf.pause)
    #expect(try await directory.key("new").id == "new")
    #expect(source.fetches == 2)
  }

  @Test func `a day later newer keys are looked for, and the old ones serve meanwhile`()
    async throws
  {
    let source = KeySource(try keys("a"))
    let directory = directory(source)
    _ = try await directory.key("a")
    source.fail()
    date.advance(seconds: KeyShelf.freshAge + 1)
    #expect(try await directory.key("a").id == "a")
  }

  @Test func `after five days without an answer no key is believed any more`() async throws {
    let source = KeySource(try keys("a"))
    let directory = directory(source)
    _ = try await directory.key("a")
    source.fail()
    date.advance(seconds: KeyShelf.longestAge + 1)
    await #expect(throws: Refusal.keysUnavailable) { try await directory.key("a") }
    source.fail(false)
    await #expect(throws: Refusal.keysUnavailable) { try await directory.key("a") }
    date.advance(seconds: KeyShelf.pause)
    #expect(try await directory.key("a").id == "a")
  }

  @Test func `keys that went are believed no more`() async throws {
    let source = KeySource(try keys("a"))
    let directory = directory(source)
    _ = try await directory.key("a")
    source.publish(try keys("b"))
    date.advance(seconds: KeyShelf.pause)
    _ = try await directory.key("b")
    await #expect(throws: Refusal.keyUnknown) { try await directory.key("a") }
  }

  @Test func `a clock that was set back keeps nobody from trying`() async throws {
    let source = KeySource(try keys("a"))
    let directory = directory(source)
    _ = try await directory.key("a")
    date.advance(seconds: -86_400)
    source.publish(try keys("a", "b"))
    #expect(try await directory.key("b").id == "b")
  }

  @Test(
    arguments: [
      [], [["kty": "EC", "kid": "a"]], [["kty": "RSA", "kid": "a", "n": "AQAB", "e": "AQAB"]],
      [["kty": "RSA", "kid": "a"]], ["a"],
    ] as [[JSON]])
  func `a list without a usable key is no list of keys`(list: [JSON]) async throws {
    let directory = directory(KeySource(list))
    await #expect(throws: Refusal.keysUnavailable) { try await directory.key("a") }
  }
}
