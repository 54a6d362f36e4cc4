import CommandKit
import Foundation
import TestSupport
import Testing

/// Warnings and refusals of commands that look names up, and of what only some calls need.
struct LookupAdviceTests {
  private static func signedIn(
    _ scopes: [String], isInteractive: Bool = false
  ) async throws -> (tenant: SimulatedTenant, session: TestSession) {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session { $0.isInteractive = isInteractive }
    try session.signIn(try await tenant.token(ofPersonWith: scopes))
    tenant.transport.forget()
    return (tenant, session)
  }

  private static let channel = ["User.Read", "Team.ReadBasic.All", "Channel.ReadBasic.All"]

  @Test(.tenant) func `only what a line uses is warned of`() async throws {
    let (_, session) = try await Self.signedIn(Self.channel + ["ChannelMessage.Send"])
    _ = try await session.result(of: "message send Hi --channel 'Contoso IT/General'")
    #expect(session.errors.text.isEmpty)
    let file = session.home.file("plan.txt")
    try session.home.write("plan", to: "plan.txt")
    #expect(
      await session.run("message send Hi --attach \(file) --channel 'Contoso IT/General'")
        == .permission)
    #expect(
      session.errors.text.hasPrefix(
        "message send needs Files.ReadWrite, which this sign-in does not show."))
    #expect(session.errors.text.contains("To get it: permissions request Files.ReadWrite\n"))
  }

  @Test(.tenant) func `a chat that is there needs no permission to create one`() async throws {
    let scopes = ["User.Read", "Chat.ReadBasic", "ChatMessage.Send", "User.ReadBasic.All"]
    let (_, session) = try await Self.signedIn(scopes)
    _ = try await session.result(of: "message send Hi --chat 'Project X'")
    #expect(session.errors.text.isEmpty)
    #expect(await session.run("message send Hi --chat @gone.away") == .permission)
    #expect(session.errors.text.contains("message send needs Chat.Create; this sign-in has"))
  }

  @Test(.tenant) func `what each look-up needs is said once, and the refusal names it all`()
    async throws
  {
    let (_, session) = try await Self.signedIn(["User.Read", "Team.ReadBasic.All"])
    #expect(await session.run("member remove @adele --team 'R/D' --yes") == .permission)
    let words = session.errors.text.split(separator: "\n").map(String.init)
    #expect(
      words.first
        == "Looking up a member needs TeamMember.Read.All, which this sign-in does not show. "
        + "It is tried all the same.")
    #expect(words.count { $0.contains("does not show") } == 1)
    #expect(
      words.contains {
        $0.hasPrefix("member remove needs") && $0.contains("TeamMember.Read.All")
      }, "\(words)")
  }

  @Test(.tenant) func `several people are a look-up, too`() async throws {
    let (_, session) = try await Self.signedIn(["User.Read", "Presence.Read.All"])
    #expect(await session.run("presence show @adele @alex") == .permission)
    #expect(
      session.errors.text.hasPrefix(
        "Looking up a person needs User.ReadBasic.All, which this sign-in does not show."))
    #expect(
      session.errors.text.contains("presence show needs User.ReadBasic.All; this sign-in has"))
  }

  @Test(.tenant) func `a meeting that its number leads to needs no chats`() async throws {
    let (_, session) = try await Self.signedIn(["User.Read", "OnlineMeetings.Read"])
    _ = await session.run("meeting show '123 456 789'")
    #expect(!session.errors.text.contains("Chat.ReadBasic"))
    _ = await session.run("meeting show 'Weekly IT sync'")
    #expect(
      session.errors.text.contains("Looking up a meeting needs Chat.ReadBasic, which"))
  }

  @Test(.tenant) func `a further warning of one command takes one line`() async throws {
    let (_, session) = try await Self.signedIn(["User.Read"])
    #expect(await session.run("app add Forms --team 'R/D'") == .permission)
    let text = session.errors.text
    #expect(text.hasPrefix("Looking up a team needs Team.ReadBasic.All"), "\(text)")
    #expect(text.components(separatedBy: "It is tried all the same.").count == 2)
  }

  @Test(.tenant) func `of a request of one's own nobody claims to know what it needs`() async throws
  {
    let (_, session) = try await Self.signedIn(["User.Read"])
    #expect(await session.run("graph get /users") == .permission)
    #expect(session.errors.text.hasPrefix("Graph does not permit this request.\n"))
    #expect(session.errors.text.contains("Authorization_RequestDenied"))
    #expect(await session.run("graph get /me/chats") == .permission)
    #expect(
      session.errors.text.contains("graph get needs Chat.ReadBasic; this sign-in has User.Read."))
  }

  @Test(.tenant) func `what only some calls need stands apart in the table`() async throws {
    let (_, session) = try await Self.signedIn(
      ["ChannelMessage.Send", "ChatMessage.Send", "Chat.Read"])
    let line = "permissions check message send -o csv --columns 'command,ok,missing,besides'"
    #expect(
      try await session.result(of: line).contains(
        "message send,yes,,for a first message: Chat.Create; with --attach: Files.ReadWrite\r\n"))
    let parts = "[.ok, .missing, (.besides[] | [.when, .ok, .missing[]])] | tostring"
    #expect(
      try await session.result(of: "permissions check message send --jq '\(parts)'")
        == #"[true,[],["for a first message",false,"Chat.Create"],"#
        + #"["with --attach",false,"Files.ReadWrite"]]"# + "\n")
    #expect(
      try await session.result(
        of: "permissions check message list -o csv --columns 'command,ok,missing'"
      ).contains("message list,partly,ChannelMessage.Read.All in a channel\r\n"))
    #expect(
      try await session.result(of: "permissions list message send --jq '.person | join(\" \")'")
        == "ChannelMessage.Send ChatMessage.Send\n")
  }
}
