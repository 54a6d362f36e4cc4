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

  @Test func `its commands run from the system's shell, one argument a word`() throws {
    let environment = home.environment.merging(try tenant.signedIn()) { $1 }
    let list = try Run(["microsoft-teams-chat-list", "limit=5"], in: environment)
    #expect(list.code == 0, "\(list.errors)")
    #expect(list.output.hasPrefix("### Chats List:\n|Chat Id|"))
    let marked = try Run(["!microsoft-teams-chat-list", "limit=5"], in: environment)
    #expect(marked.code == 0, "\(marked.errors)")
    #expect(marked.output == list.output)
    let line = try Run(["-c", "!microsoft-teams-chat-list limit=5"], in: environment)
    #expect(line.output == list.output)
    let one = try Run(
      ["microsoft-teams-chat-list", "chat=Project X", "-o", "json"], in: environment)
    #expect(one.output.hasPrefix("{\"MicrosoftTeams\":{\"ChatList\":{\"chatId\":\"19:"), "\(one)")
    let piped = try Run(
      sh: "$teamsh microsoft-teams-chat-member-list chat='Adele Vance' | head -1", in: environment)
    #expect(piped.output == "### Chat \"Adele Vance\" Members List:\n")
    let wrong = try Run(["microsoft-teams-chat-list", "limt=5"], in: environment)
    #expect(wrong.code == 2)
    #expect(wrong.errors.hasPrefix("microsoft-teams-chat-list has no argument “limt”."))
  }

  @Test func `a value from the system's shell means itself`() throws {
    let environment = home.environment.merging(try tenant.signedIn()) { $1 }
    let text = "costs $5, ${x}, `y`, \"z\", it's; #1"
    let run = try Run(
      [
        "microsoft-teams-message-send-to-chat", "chat=Project X", "content=\(text)", "--jq",
        ".MicrosoftTeams.ChatList.messages.body.content",
      ], in: environment)
    #expect(run.output == text + "\n", "\(run.errors)")
  }
}
