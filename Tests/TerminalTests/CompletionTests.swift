import TestSupport
import Testing

/// Tab at the real prompt, with the tenant's real names.
struct CompletionTests {
  private let home: Home
  private let tenant: Tenant
  private let shell: ShellTerminal

  init() throws {
    home = try Home()
    tenant = try Tenant()
    shell = try ShellTerminal(
      home: home, environment: tenant.signedIn(), prompt: "p{number}:{place}> ")
    try shell.prompt("/> ")
    try shell.run("cache refresh teams", then: "/> ")
    try shell.run("cache refresh people", then: "/> ")
  }

  @Test func `Tab shows the teams there are, and puts in what they share`() throws {
    shell.type("use Con\t")
    try shell.terminal.wait { $0.screen.text.contains("Contoso IT Operations") }
    let text = shell.terminal.screen.text
    #expect(text.contains("Contoso Sales"))
    #expect(text.contains("p3:/> use \"Contoso"))
    #expect(!text.contains("Project Falcon"))
  }

  @Test(arguments: [
    ("use \"Contoso S\t", "use \"Contoso Sales\" "),
    ("use contoso\\ s\t", "use \"Contoso Sales\" "),
    ("use krak\t", "use \"Data Kraków\" "),
    ("use 営\t", "use 営業チーム "),
    ("use %\t", "use \"%3\" "),
    ("team show 'miles\t", "team show 'Miles O'\\''Brien'\\''s Crew' "),
    ("team show \"miles\t", "team show \"Miles O'Brien's Crew\" "),
    ("message send hi --chan\t", "message send hi --channel "),
    ("team li\t", "team list "),
    ("team list --col\t", "team list --columns "),
    ("chann\t", "channel "),
  ])
  func `one match is put in whole, quoted as it must be, with a space behind it`(
    typed: String, expected: String
  ) throws {
    shell.type(typed)
    try shell.terminal.wait(described: expected) {
      $0.screen.text.hasSuffix("p3:/> " + expected.trimmingSpaces)
        && $0.screen.visibleRows[$0.screen.cursorRow].hasPrefix("p3:/> ")
    }
    shell.type("|")
    try shell.terminal.wait(described: expected) {
      $0.screen.text.hasSuffix("p3:/> " + expected + "|")
    }
  }

  @Test func `in a team its channels are completed, and its members`() throws {
    try shell.run("use 'Contoso IT'", then: "Contoso IT> ")
    try shell.run("cache refresh channels", then: "Contoso IT> ")
    try shell.run("cache refresh members", then: "Contoso IT> ")
    shell.type("use hel\t")
    try shell.wait(forLine: "p6:Contoso IT> use Helpdesk")
    shell.type("\u{15}member remove mega\t")
    try shell.terminal.wait { $0.screen.text.contains("member remove \"Megan Bowen\"") }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
