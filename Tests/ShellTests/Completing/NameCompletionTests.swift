import Cache
import CommandKit
import Foundation
import LineEditing
import Scripting
import Testing

/// Names of the tenant: how they match, what stands beside them, and how they are put in.
struct NameCompletionTests {
  private let desk: CompletionDesk

  init() throws {
    desk = try CompletionDesk()
  }

  @Test func `a name is quoted where it must be, and closed with a space`() throws {
    try desk.store(
      .teams, [("1", "Contoso IT"), ("2", "R/D"), ("3", "Miles O'Brien's Crew"), ("4", "%3")])
    #expect(desk.insertions("team show Con") == ["\"Contoso IT\" "])
    #expect(desk.insertions("team show 'Con") == ["'Contoso IT' "])
    #expect(desk.insertions("team show \"Con") == ["\"Contoso IT\" "])
    #expect(desk.insertions("team show R/") == ["R/D "])
    #expect(desk.insertions("team show Mil") == ["\"Miles O'Brien's Crew\" "])
    #expect(desk.insertions("team show 'Mil") == [#"'Miles O'\''Brien'\''s Crew' "#])
    #expect(desk.insertions("team show '%") == ["'%3' "])
    #expect(desk.insertions("channel list --team Con") == ["\"Contoso IT\" "])
    #expect(desk.insertions("channel list --team=Con") == ["\"Contoso IT\" "])
  }

  @Test(arguments: [
    "plain", "two words", "it's", "say \"hi\"", "cost $5", "back\\slash", "wow!", "50%", "%3",
    "#channel", "-rf", "--yes", "@home", "a;b", "a|b", "a&&b", "tab\tbed", "~", "$(rm)", "`x`",
    "R/D", "营销 部", "👩‍👩‍👧 family", "ends in \\", "'", "\"", "*", "{a,b}", "if", "..", "/", "=",
    "a=b", "non\u{A0}breaking", "zero\u{200B}width",
  ])
  func `a name that was put in is read as that name, whatever quote was open`(name: String) throws {
    try desk.store(.teams, [("id", name)])
    for quote in ["", "'", "\""] {
      let completion = desk.complete("team show \(quote)")
      let insertion = try #require(completion.candidates.first?.insertion)
      let line = "team show " + insertion
      #expect(Script.unfinished(line) == nil, "\(line)")
      let words = CursorContext(line: line, cursor: line.unicodeScalars.count).words
      #expect(words.map(\.text) == ["team", "show", name], "\(line)")
      #expect(words.last?.option == nil)
    }
  }

  @Test func `the part of the line that is replaced is the word at the cursor`() throws {
    try desk.store(.teams, [("1", "Contoso IT")])
    #expect(desk.complete("team show Con").replacing == 10..<13)
    #expect(desk.complete("team show 'Contoso I").replacing == 10..<20)
    #expect(desk.complete("echo 日本; team show Con").replacing.lowerBound == 19)
  }

  @Test func `letters match without their accents, and words inside a name`() throws {
    try desk.store(.people, [("anna", "Anna Müller"), ("lukasz", "Łukasz Wiśniewski")])
    #expect(desk.insertions("user show anna m") == [])
    #expect(desk.insertions("user show 'anna mul") == ["'Anna Müller' "])
    #expect(desk.insertions("user show muller") == ["\"Anna Müller\" "])
    #expect(desk.insertions("user show @lu") == ["@lukasz "])
    #expect(desk.insertions("user show lukasz@") == ["\"Łukasz Wiśniewski\" "])
  }

  @Test func `a worse way of matching counts only where there is no better one`() throws {
    try desk.store(
      .teams, [("1", "Sales"), ("2", "West Sales"), ("3", "Wholesalers"), ("4", "S a l e s")])
    #expect(desk.insertions("team show sal") == ["Sales "])
    #expect(desk.insertions("team show les") == ["Sales ", "\"West Sales\" ", "Wholesalers "])
    #expect(desk.insertions("team show wsa") == ["\"West Sales\" ", "Wholesalers "])
    #expect(desk.complete("team show sal").total == 1)
  }

  @Test func `a capital means that letter as long as some name has it so`() throws {
    try desk.store(.teams, [("1", "IT support"), ("2", "itinerary"), ("3", "General")])
    #expect(desk.insertions("team show it").count == 2)
    #expect(desk.insertions("team show IT") == ["\"IT support\" "])
    #expect(desk.insertions("team show GEN") == ["General "])
  }

  @Test func `what was meant lately comes first`() throws {
    try desk.store(.teams, [("1", "Sales A"), ("2", "Sales B"), ("3", "Sales C")])
    try desk.cache.noteUse(of: "3", .teams, at: .now)
    #expect(
      desk.complete("team show sal").candidates.map(\.display) == ["Sales C", "Sales A", "Sales B"])
  }

  @Test func `of two with one name the address or id is put in`() throws {
    try desk.store(.people, [("anna1", "Anna Müller"), ("anna2", "Anna Müller")])
    #expect(desk.insertions("user show Anna") == ["anna1@contoso.com ", "anna2@contoso.com "])
    // The other one of that name does not match, and would be meant all the same.
    #expect(desk.insertions("user show anna1") == ["anna1@contoso.com "])
    try desk.store(.teams, [("id-1", "Social Club"), ("id-2", "Social Club")])
    #expect(desk.insertions("team show Soc") == ["id-1 ", "id-2 "])
    try desk.store(.chats, [("19:a@x", "Lunch"), ("19:b@x", "Lunch"), ("19:c@x", "")])
    #expect(desk.insertions("chat show Lun") == ["19:a@x ", "19:b@x "])
    #expect(desk.insertions("chat show ").contains("19:c@x "))
    try desk.store(.teams, [("t", "Contoso IT")])
    try desk.store(.channels, in: "t", [("19:d@x", "General"), ("19:e@x", "General")])
    #expect(desk.insertions("channel show --team 'Contoso IT' G") == ["19:d@x ", "19:e@x "])
    try desk.store(.members, in: "t", [("m1", "Max"), ("m2", "Max")])
    #expect(
      desk.insertions("member remove --team 'Contoso IT' m")
        == ["m1@contoso.com ", "m2@contoso.com "])
  }

  @Test func `names that differ in case alone are two names`() throws {
    try desk.store(.teams, [("1", "social"), ("2", "Social")])
    #expect(Set(desk.insertions("team show soc")) == ["social ", "Social "])
  }

  @Test(arguments: [("user show zeb", "zeb"), ("user show @zeb", "zeb"), ("team show 'q", "q")])
  func `a list in which nothing fits says so before its age`(line: String, typed: String) throws {
    try desk.store(.people, [("adelev", "Adele Vance")])
    try desk.store(.teams, [("t", "Contoso IT")])
    let completion = desk.complete(line)
    #expect(completion.candidates.isEmpty)
    #expect(completion.note?.hasPrefix("nothing matches “\(typed)”") == true)
  }

  @Test func `beside a name stands who or what it is`() throws {
    try desk.store(.people, [("adelev", "Adele Vance")], note: "Retail Manager")
    #expect(desk.shown("user show a") == ["Adele Vance -- adelev@contoso.com · Retail Manager"])
    #expect(desk.shown("user show @a") == ["@adelev -- Adele Vance · Retail Manager"])
    try desk.store(.teams, [("t", "Contoso IT")], detail: "Public", note: "All of IT")
    #expect(desk.shown("team show c") == ["Contoso IT -- public · All of IT"])
    try desk.store(.members, in: "t", [("a", "Adele"), ("b", "Bob")])
    #expect(desk.shown("team show c") == ["Contoso IT -- public · 2 members"])
    try desk.store(.channels, in: "t", [("c", "Audit")], detail: "private")
    #expect(desk.shown("channel show --team t A") == ["Audit -- private"])
    try desk.store(.chats, [("x", "Adele Vance")], detail: "oneOnOne")
    #expect(desk.shown("chat show a") == ["Adele Vance -- one-on-one"])
    try desk.store(.chats, [("x", "Launch")], detail: "group", note: "Adele, Bob")
    #expect(desk.shown("chat show l") == ["Launch -- group · Adele, Bob"])
  }

  @Test func `a handle with a sign in it is still one`() throws {
    try desk.store(.people, [("m.o'brien", "Miles O'Brien"), ("guest_x.com#EXT#", "Guest")])
    #expect(desk.insertions("user show @m.") == ["@\"m.o'brien\" "])
    let line = "user show " + (desk.insertions("user show @gue").first ?? "")
    let word = CursorContext(line: line, cursor: line.unicodeScalars.count).words.last
    #expect(word?.text == "@guest_x.com#EXT#")
    #expect(word?.isLiteral == false)
  }
}
