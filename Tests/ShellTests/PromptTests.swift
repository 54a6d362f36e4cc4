import CommandKit
import TestSupport
import Testing

@testable import Shell

struct PromptTests {
  @Test func `a long place loses its middle and not its ends`() {
    let long = "A team with a very long name indeed/And a channel with another one"
    let elided = Prompt.elided(long)
    #expect(elided.count < long.count)
    #expect(elided.hasPrefix("A team") && elided.hasSuffix("another one"))
    #expect(Prompt.elided("Contoso IT/General") == "Contoso IT/General")
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
