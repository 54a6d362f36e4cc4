import CommandKit
import LineEditing
import Output
import TestSupport
import Testing

@testable import Shell

struct PromptTests {
  @Test(arguments: [
    ("A team with a very long name indeed/And a channel", 26, "A team with a…nd a channel"),
    ("営業チームの定例会議とその議事録", 10, "営業…事録"), ("Contoso IT/General", 26, "Contoso IT/General"),
    ("abcdefghij", 5, "ab…ij"),
  ])
  func `a long name loses its middle and not its ends, as wide as its letters are`(
    name: String, columns: Int, shown: String
  ) {
    let elided = PromptTemplate.elided(name, to: columns)
    #expect(elided == shown)
    #expect(DisplayWidth.of(elided) <= columns)
  }

  @Test(arguments: [
    ("{team}|{channel}|{place}", "Contoso IT|General|Contoso IT/General"), ("{chat}.", "."),
    ("{nothing} {} {a", "{nothing} {} {a"), ("{account}@{tenant}", "megan@contoso"),
    ("x{status}", "x [5]"), ("{place}{place}", "Contoso IT/GeneralContoso IT/General"),
  ])
  func `a template takes what is known, and leaves the rest as it was typed`(
    template: String, shown: String
  ) throws {
    let session = try TestSession()
    try session.signIn(TestToken.person([]))
    session.workspace.move(
      to: .channel(team: Named(id: "t", name: "Contoso IT"), Named(id: "c", name: "General")))
    try session.workspace.changeSettings { (settings: inout Settings) throws(CommandError) in
      try settings.set("prompt", to: template)
      try settings.set("right-prompt", to: template)
    }
    let prompt = Prompt(workspace: session.workspace, usesColor: false, columns: 80)
    #expect(prompt.text(number: 1, status: .notFound) == shown)
    let surroundings = prompt.surroundings(number: 1, status: .notFound)
    #expect(surroundings.rightPrompt == shown)
    #expect(surroundings.title == "Contoso IT/General – contoso – teamsh")
    #expect(surroundings.lastStatus == 5)
  }

  @Test func `a failure is red, and a success is not mentioned`() throws {
    let session = try TestSession()
    try session.signIn(TestToken.person([]))
    let prompt = Prompt(workspace: session.workspace, usesColor: true)
    #expect(prompt.text(number: 1, status: .usage) == "megan@contoso / \u{1B}[31m[2]\u{1B}[0m> ")
    #expect(prompt.text(number: 1, status: .done) == "megan@contoso /> ")
  }

  @Test func `a team that is named like a value of the template stays a name`() throws {
    let session = try TestSession()
    try session.signIn(TestToken.person([]))
    session.workspace.move(to: .team(Named(id: "t", name: "{account} {number}")))
    let prompt = Prompt(workspace: session.workspace, usesColor: false)
    #expect(prompt.text(number: 1) == "megan@contoso {account} {number}> ")
  }

  @Test func `the prompt shows who is where`() throws {
    let session = try TestSession()
    let prompt = Prompt(workspace: session.workspace, usesColor: false)
    #expect(prompt.text(number: 1) == "signed out /> ")
    try session.signIn(TestToken.person([]))
    #expect(prompt.text(number: 1) == "megan@contoso /> ")
    let team = Named(id: "t", name: "Contoso IT")
    session.workspace.move(to: .channel(team: team, Named(id: "c", name: "General")))
    #expect(prompt.text(number: 1) == "megan@contoso Contoso IT/General> ")
  }

  @Test func `the template can say it otherwise, and names stay harmless`() throws {
    let session = try TestSession()
    try session.signIn(TestToken.person([]))
    session.workspace.move(to: .team(Named(id: "t", name: "Red\u{1B}[31m")))
    try session.workspace.changeSettings { (settings: inout Settings) throws(CommandError) in
      try settings.set("prompt", to: "{number}:{place}$ ")
    }
    let text = Prompt(workspace: session.workspace, usesColor: false).text(number: 7)
    #expect(text.hasPrefix("7:Red") && text.hasSuffix("$ "))
    #expect(!text.contains("\u{1B}"))
  }
}
