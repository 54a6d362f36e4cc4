import CommandKit
import Commands
import Foundation
import Output
import TestSupport
import Testing

/// The list of chats, in parts and filtered.
struct ChatListTests {
  private static func signedIn() async throws -> (SimulatedTenant, TestSession) {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try await tenant.signIn(session)
    tenant.transport.forget()
    return (tenant, session)
  }

  @Test(.tenant, arguments: [7, 50, 53])
  func `a list that a limit cut goes on by its link, and skips no chat`(limit: Int) async throws {
    let (_, session) = try await Self.signedIn()
    let all = try await session.result(of: "chat list -o ids").split(separator: "\n")
    #expect(all.count > 53)
    var seen: [Substring] = []
    var line = "chat list --limit \(limit) -o ids"
    for _ in 0..<20 {
      let before = session.errors.text.count
      let part = try await session.result(of: line)
      seen += part.split(separator: "\n")
      let said = String(session.errors.text.dropFirst(before))
      guard let link = said.firstMatch(of: #/To go on: --next '([^']+)'/#)?.output.1 else { break }
      line = "chat list --next '\(link)' --limit \(limit) -o ids"
    }
    #expect(seen.sorted() == all.sorted())
  }

  @Test(.tenant) func `a filter with an apostrophe is Graph's to read`() async throws {
    let (_, session) = try await Self.signedIn()
    _ = try await session.result(of: "chat update 'Project X' --topic \"O'Brien's\"")
    let found = try await session.result(
      of: "chat list --filter \"topic eq 'O''Brien''s'\" --jq .topic")
    #expect(found == "O'Brien's\n")
    #expect(await session.run("chat list --filter \"topic eq 'O'Brien'\"") == .failed)
  }

  @Test(.tenant) func `the newest message comes where it is asked for`() async throws {
    let (_, session) = try await Self.signedIn()
    let with = try await session.result(
      of: "chat list --expand lastMessagePreview --limit 3 --jq '.lastMessagePreview | type'")
    #expect(with == "object\nobject\nobject\n")
    let without = try await session.result(
      of: "chat list --limit 1 --jq 'has(\"lastMessagePreview\")'")
    #expect(without == "false\n")
  }

  @Test func `a link to another host is not followed`() async throws {
    let session = try TestSession()
    try session.signIn(TestToken.person(["Chat.ReadBasic"]))
    #expect(await session.run("chat list --next https://elsewhere.example/v1.0/x") == .server)
    #expect(session.errors.text.contains("leads to another host"))
    #expect(await session.run("chat list --next https://x --filter y") == .usage)
  }
}
