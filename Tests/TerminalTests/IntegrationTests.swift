import TestSupport
import Testing

/// The integration's commands at the real prompt.
struct IntegrationTests {
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
  }

  @Test func `a command of the integration is completed with Tab, and shows its table`() throws {
    shell.type("!channel-user\t")
    try shell.wait(forTyped: "!microsoft-teams-channel-user-list |", prompt: "/> ")
    shell.type("te\tR/\t")
    try shell.wait(forTyped: "!microsoft-teams-channel-user-list team=R/D |", prompt: "/> ")
    shell.type("cha\t\"Budget\"\r")
    try shell.terminal.wait { $0.screen.text.contains("Members List:") }
    #expect(shell.terminal.screen.text.contains("Membership id"))
  }

  @Test func `a value that is open goes on in the next line, and a fault is pointed at`() throws {
    shell.type("!microsoft-teams-chat-member-list chat=\"Project\r")
    try shell.terminal.wait { $0.screen.text.contains("inside a quote opened") }
    shell.type("\u{3}")
    try shell.prompt("/> ")
    shell.type("!microsoft-teams-chat-list limt=5\r")
    try shell.terminal.wait { $0.screen.text.contains("has no argument “limt”") }
    #expect(shell.terminal.screen.text.contains("^^^^^^"))
    #expect(shell.terminal.screen.text.contains("Did you mean “limit”?"))
  }
}
