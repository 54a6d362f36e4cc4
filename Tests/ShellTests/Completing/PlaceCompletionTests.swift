import Cache
import CommandKit
import TestSupport
import Testing

/// What belongs to a place: channels of that team, members of that place, and paths.
struct PlaceCompletionTests {
  private let desk: CompletionDesk

  init() throws {
    desk = try CompletionDesk()
    try desk.store(.teams, [("t", "Contoso IT"), ("s", "Sales"), ("r", "R/D")])
    try desk.store(.channels, in: "t", [("c1", "General"), ("c2", "Helpdesk")], detail: "standard")
    try desk.store(.channels, in: "s", [("c3", "General"), ("c4", "Deals")], detail: "private")
    try desk.store(.channels, in: "r", [("c5", "Lab")], detail: "standard")
    try desk.store(.members, in: "t", [("adele", "Adele"), ("bob", "Bob")])
    try desk.store(.members, in: "s", [("cy", "Cy")])
    try desk.store(.members, in: "s/c4", [("dora", "Dora")])
    try desk.store(.people, [("adele", "Adele"), ("bob", "Bob"), ("eve", "Eve")])
    try desk.store(.chats, [("19:x", "Project X")])
    try desk.store(.members, in: "19:x", [("finn", "Finn")])
  }

  @Test(arguments: [
    ("channel show --team 'Contoso IT' Hel", ["Helpdesk "]),
    ("channel show --team Sales ", ["Deals ", "General "]),
    ("message list --team Sales --channel De", ["Deals "]),
    ("message list --channel Sales/De", ["Sales/Deals "]),
    ("message list --channel 'Contoso IT/", ["'Contoso IT/General' ", "'Contoso IT/Helpdesk' "]),
    ("channel show R/D/L", ["R/D/Lab "]),
    ("channel show Con", ["\"Contoso IT/"]),
    ("channel show sal", ["Sales/"]),
    ("use 'Contoso IT/Gen", ["'Contoso IT/General' "]),
    ("use Proj", ["\"Project X\" "]), ("use /sal", ["/Sales "]), ("use @ad", ["@adele "]),
    ("use /'Contoso IT/H", ["/'Contoso IT/Helpdesk' "]),
    ("member remove --team 'Contoso IT' ", ["Adele ", "Bob "]),
    ("member remove --team Sales ", ["Cy "]),
    ("member remove --team Sales --channel Deals ", ["Dora "]),
    ("member remove --channel Sales/Deals ", ["Dora "]),
    ("member remove --channel 'Contoso IT/General' b", ["Bob "]),
    ("member remove --chat 'Project X' ", ["Finn "]),
    ("member update --team s ", ["Cy "]), ("member remove ", ["Adele ", "Bob ", "Eve "]),
    ("member add --team Sales e", ["Eve "]), ("member remove --team Sales @e", ["@eve "]),
  ])
  func `options typed before say whose channels and members are meant`(
    line: String, expected: [String]
  ) {
    #expect(desk.insertions(line) == expected)
  }

  @Test func `where one stands says it otherwise`() throws {
    desk.stand(in: "t", "Contoso IT")
    #expect(desk.insertions("use Gen") == ["General "])
    #expect(desk.insertions("channel show ") == ["General ", "Helpdesk "])
    #expect(desk.insertions("member remove ") == ["Adele ", "Bob "])
    #expect(desk.insertions("member remove --team Sales ") == ["Cy "])
    let team = Named(id: "t", name: "Contoso IT")
    desk.session.workspace.move(to: .channel(team: team, Named(id: "c1", name: "General")))
    #expect(desk.insertions("member remove ") == ["Adele ", "Bob "])
    desk.session.workspace.move(to: .chat(Named(id: "19:x", name: "Project X")))
    #expect(desk.insertions("member remove ") == ["Finn "])
  }

  @Test func `kinds of place stand together, each said to be what it is`() {
    desk.stand(in: "t", "Contoso IT")
    #expect(
      desk.shown("use ") == [
        "General -- channel · standard", "Helpdesk -- channel · standard",
        "Contoso IT -- team · 2 members", "R/D -- team", "Sales -- team · 1 member",
        "Project X -- chat",
      ])
  }
}
