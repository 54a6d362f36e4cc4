import CommandKit
import Commands
import Documents
import Foundation
import Output
import TestSupport
import Testing

/// Many people, named in every way that there is.
struct PeopleTests {
  private static func signedIn() async throws -> (SimulatedTenant, TestSession) {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try await tenant.signIn(session)
    tenant.transport.forget()
    return (tenant, session)
  }

  private static let forms = [
    ("\"Miles O'Brien\"", "Miles O'Brien"),
    ("@miles.obrien", "Miles O'Brien"), ("MILES.OBRIEN@contoso.com", "Miles O'Brien"),
    ("'Hans Meier (Fabrikam)'", "Hans Meier (Fabrikam)"),
    ("hans.meier@fabrikam.com", "Hans Meier (Fabrikam)"),
    ("\"sean.o'hara@tailspintoys.com\"", "Sean O'Hara"),
    ("'Sam Taylor 🎸'", "Sam Taylor 🎸"), ("'aDELE vance'", "Adele Vance"),
    ("'--yes'", "--yes"), ("'山田 太郎'", "山田 太郎"),
  ]

  @Test(.tenant) func `each form of a name leads to its person`() async throws {
    let (_, session) = try await Self.signedIn()
    for (typed, name) in Self.forms {
      let planned = try await session.result(of: "chat create \(typed) @lee --dry-run")
      let id = try await session.result(of: "user show \(typed) -o ids")
        .trimmingCharacters(in: .newlines)
      #expect(planned.contains("users('\(id)')"), "\(typed)")
      let shown = try await session.result(of: "user show \(id) --jq .displayName")
      #expect(shown == "\(name)\n")
      let byID = try await session.result(of: "chat create \(id) @lee --dry-run")
      #expect(byID == planned)
    }
  }

  @Test(.tenant) func `a guest is found by the principal name with its signs`() async throws {
    let (_, session) = try await Self.signedIn()
    let name = try await session.result(
      of: "user show hans.meier@fabrikam.com --jq .userPrincipalName"
    ).trimmingCharacters(in: .newlines)
    #expect(name.contains("#EXT#"))
    let planned = try await session.result(of: "member add '\(name)' --chat 'Project X' --dry-run")
    #expect(planned.contains(#""roles":["guest"]"#))
  }

  @Test(.tenant) func `the first message to a guest makes a chat with a guest`() async throws {
    let (tenant, session) = try await Self.signedIn()
    let mail = try await session.result(
      of: "user list --jq 'select(.userType == \"Guest\") | .mail' | tail -1")
    let line = "message send Hi --chat @\(mail.prefix { $0 != "@" })"
    let planned = try await session.result(of: "\(line) --dry-run")
    #expect(planned.contains(#""chatType":"oneOnOne""#))
    #expect(planned.contains(#""roles":["owner"]"#) && planned.contains(#""roles":["guest"]"#))
    _ = try await session.result(of: line)
    #expect(tenant.transport.writes.first == "POST /chats" && tenant.transport.writes.count == 2)
  }

  @Test(.tenant) func `a guest who signs in makes chats as a guest, and a member asks nothing`()
    async throws
  {
    let (tenant, session) = try await Self.signedIn()
    let guest = try await session.result(
      of: "user show hans.meier@fabrikam.com --jq .userPrincipalName")
    let line = "chat create @adele --topic Visit --dry-run"
    let isAsked = { tenant.transport.graphRequests.contains("GET /me") }
    #expect(try await !session.result(of: line).contains("guest"))
    #expect(!isAsked())
    let visitor = try tenant.session()
    let scopes = ["User.Read", "User.ReadBasic.All", "Chat.Create", "Chat.ReadBasic"]
    try await tenant.signIn(visitor, scopes: scopes, as: String(guest.dropLast()))
    let planned = try await visitor.result(of: line)
    #expect(isAsked())
    #expect(planned.ranges(of: #""roles":["guest"]"#).count == 1, "\(planned)")
    #expect(planned.ranges(of: #""roles":["owner"]"#).count == 1)
  }

  @Test(.tenant) func `many people are looked up in few round trips`() async throws {
    let (tenant, session) = try await Self.signedIn()
    let names = try await session.result(of: "user list --limit 60 --jq .userPrincipalName")
      .split(separator: "\n").filter { !$0.contains("'") && !$0.hasPrefix("megan@") }.prefix(45)
    #expect(names.count == 45)
    tenant.transport.forget()
    let typed = names.map { "'\($0)'" }.joined(separator: " ")
    _ = try await session.result(of: "chat create \(typed) --topic Everybody")
    #expect(tenant.transport.graphRoundTrips <= 4)
    #expect(tenant.transport.writes == ["POST /chats"])
    let members = try await session.result(of: "member list --chat Everybody --jq .userId")
    #expect(members.split(separator: "\n").count == 46)
  }

  @Test(.tenant) func `people whom the cache knows are read without asking for them`() async throws
  {
    let (tenant, session) = try await Self.signedIn()
    let line = "presence show @adele 'Alex Wilber' --jq .displayName"
    let first = try await session.result(of: line)
    #expect(tenant.transport.graphRoundTrips == 2)
    tenant.transport.forget()
    #expect(try await session.result(of: line) == first)
    #expect(
      tenant.transport.graphRequests == ["POST /communications/getPresencesByUserId"])
    tenant.transport.forget()
    // Of those whom the cache does not know only they are asked for.
    _ = try await session.result(of: "presence show @adele @lee")
    #expect(tenant.transport.graphRequests.count == 2)
    tenant.transport.forget()
    _ = try await session.result(of: "chat create @adele @lee --topic Us --dry-run")
    #expect(tenant.transport.graphRoundTrips == 1)
  }

  @Test(.tenant) func `of two with one name a script takes neither`() async throws {
    let (tenant, session) = try await Self.signedIn()
    #expect(await session.run("chat create 'Anna Müller' @lee") == .usage)
    #expect(session.errors.text.contains("anna.mueller2@contoso.com"))
    #expect(await session.run("chat create 'Anna Müller' @lee --skip-missing") == .usage)
    #expect(tenant.transport.writes.isEmpty)
  }

  @Test(.tenant) func `whoever is missing is named, all of them at once`() async throws {
    let (tenant, session) = try await Self.signedIn()
    #expect(await session.run("member add nobody @adele nothing --team R/D") == .notFound)
    #expect(session.errors.text.contains("No person matches “nobody” or “nothing”."))
    #expect(session.errors.text.contains("--skip-missing"))
    #expect(tenant.transport.writes.isEmpty)
    #expect(await session.run("member add nobody --team R/D --skip-missing") == .notFound)
  }

  @Test(.tenant) func `the chat of two that exists is given, and nothing is written`() async throws
  {
    let (tenant, session) = try await Self.signedIn()
    let made = try await session.result(of: "chat create 'Gone Away'")
    #expect(made == "Created the chat with Gone Away.\n")
    let id = try await session.result(of: "chat show @gone.away --jq .id")
    tenant.transport.forget()
    let again = try await session.result(of: "chat create @gone.away --one-on-one")
    #expect(again == "The chat with Gone Away is there already.\n")
    #expect(try await session.result(of: "chat create @gone.away --jq .id") == id)
    #expect(tenant.transport.writes.isEmpty)
  }

  @Test(.tenant) func `what is about groups is refused to a chat of two without a request`()
    async throws
  {
    let (tenant, session) = try await Self.signedIn()
    _ = try await session.result(of: "use @adele")
    tenant.transport.forget()
    #expect(await session.run("chat update --topic Us") == .usage)
    #expect(await session.run("member add @lee") == .usage)
    #expect(await session.run("member remove @adele --yes") == .usage)
    #expect(tenant.transport.graphRequests.isEmpty)
  }

  @Test(.tenant) func `a link, an id and a name that looks like a row lead to a place`()
    async throws
  {
    let (_, session) = try await Self.signedIn()
    let link = try await session.result(of: "channel show 'Contoso IT/Helpdesk' --jq .webUrl")
      .trimmingCharacters(in: .newlines)
    let renamed = try await session.result(of: "channel update '\(link)' --name 'Help 🛟'")
    #expect(renamed == "The channel Helpdesk of Contoso IT is now called Help 🛟.\n")
    let id = try await session.result(of: "chat show 'Project X' --jq .id")
      .trimmingCharacters(in: .newlines)
    #expect(try await session.result(of: "chat update \(id) --topic Y").contains("now called Y."))
    let chatLink = try await session.result(of: "chat show Y --jq .webUrl")
      .trimmingCharacters(in: .newlines)
    let linked = try await session.result(of: "chat update '\(chatLink)' --topic '%3'")
    #expect(linked.contains("now called %3."))
    #expect(try await session.result(of: "member list --chat '%3' --jq .id").count > 10)
    #expect(
      try await session.result(of: "member add @diego --team '%3'")
        == "Added Diego Siciliani to %3.\n")
    #expect(
      try await session.result(of: "member add @diego --team \"Miles O'Brien's Crew\"")
        == "Added Diego Siciliani to Miles O'Brien's Crew.\n")
  }

  @Test(.tenant) func `a list over several pages is whole`() async throws {
    let (tenant, session) = try await Self.signedIn()
    let all = try await session.result(of: "member list --team 'All Company' --jq .userId")
    let ids = all.split(separator: "\n")
    #expect(ids.count > 100)
    #expect(Set(ids).count == ids.count)
    #expect(tenant.transport.graphRequests.count { $0.hasSuffix("/members") } > 1)
    let last = try #require(ids.last)
    let removed = try await session.result(
      of: "member remove \(last) --team 'All Company' --yes")
    #expect(removed.hasSuffix(" from All Company.\n"))
  }
}
