import Foundation
import TestSupport
import Testing

/// A person's first minutes at the prompt.
struct PromptTests {
  private let home: Home
  private let tenant: Tenant
  private let shell: ShellTerminal

  init() throws {
    home = try Home()
    tenant = try Tenant()
    shell = try ShellTerminal(home: home, environment: tenant.signedIn())
  }

  @Test func `the demo opens at the administrator's prompt and ends with the shell`() throws {
    let terminal = try PseudoTerminal(
      Product.shell(), ["demo", "--people", "40"], environment: Home().environment)
    let opening = try terminal.wait(for: "megan@contoso /> ", seconds: 40)
    #expect(
      opening.contains("Signed in as megan@contoso.com. Type help to begin; Tab completes"))
    terminal.type("whoami\r")
    try terminal.wait(for: "megan@contoso.com")
    try terminal.wait(for: "megan@contoso /> ")
    terminal.type("\u{4}")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test
  func `a greeting of one line stands above the first prompt, unless the rc file turns it off`()
    throws
  {
    let greeting = "Signed in as megan@contoso.com. Type help to begin; Tab completes, exit leaves."
    #expect(try !shell.prompt().contains("Signed in"))
    let other = try Home()
    let greeted = try ShellTerminal(
      home: other, environment: tenant.signedIn(), settings: ["greeting on"])
    #expect(
      try greeted.prompt().components(separatedBy: "\n").count { $0.contains(greeting) } == 1)
    let asked = try Run(
      ["-c", "whoami --jq .account"], in: tenant.signedIn().merging(home.environment) { $1 })
    #expect(asked.errors.isEmpty)
  }

  @Test func `the prompt says where one stands, by name, by path, and back`() throws {
    try shell.prompt("megan@contoso /> ")
    try shell.run("use 'Contoso IT'", then: "megan@contoso Contoso IT> ")
    try shell.run("use General", then: "megan@contoso Contoso IT/General> ")
    try shell.run("use ..", then: "megan@contoso Contoso IT> ")
    try shell.run("use -", then: "megan@contoso Contoso IT/General> ")
    try shell.run("use R/D", then: "megan@contoso R/D> ")
    try shell.run("use '%3'", then: "megan@contoso %3> ")
    try shell.run("use \"Miles O'Brien's Crew\"", then: "megan@contoso Miles O'Brien's Crew> ")
    try shell.run("use 営業チーム", then: "megan@contoso 営業チーム> ")
    try shell.run("use /", then: "megan@contoso /> ")
  }

  @Test func `a message that is sent is read back, and its row can be pointed at`() throws {
    try shell.prompt()
    try shell.run("use 'Contoso IT/General'")
    #expect(try shell.run("message send \"Grüße, 世界 😀 & <b>\"").contains("Sent to"))
    #expect(try shell.run("message list --limit 1").contains("Grüße, 世界 😀 & <b>"))
    #expect(try shell.run("message show %1 -o list").contains("Grüße, 世界 😀 & <b>"))
    #expect(try shell.run("ls --limit 1").contains("Grüße, 世界 😀 & <b>"))
  }

  @Test func `a person becomes a member, by the row of a list, and is seen there`() throws {
    try shell.prompt()
    try shell.run("use %3", then: "megan@contoso /> ")
    try shell.run("team list")
    try shell.run("use %2", then: "megan@contoso Contoso Sales> ")
    #expect(try !shell.run("member list -o csv").contains("Adele Vance"))
    #expect(try shell.run("member add 'adele vance'").contains("Added Adele Vance"))
    #expect(try shell.run("member list -o csv").contains("Adele Vance"))
  }

  @Test func `a list goes into a file, and a failure leaves the old file`() throws {
    try shell.prompt()
    let file = home.file("teams.csv")
    try shell.run("team list -o csv > \(file)")
    let written = home.text(of: "teams.csv")
    #expect(written.hasPrefix("TEAM,DESCRIPTION,ID"))
    #expect(written.contains("営業チーム"))
    #expect(try shell.run("channel list --team nosuchteam > \(file)").contains("No team matches"))
    #expect(home.text(of: "teams.csv") == written)
    try shell.run("echo more >> \(file)")
    #expect(home.text(of: "teams.csv") == written + "more\n")
  }

  @Test func `a script of eight lines is sourced`() throws {
    try home.write(
      """
      # Says good morning where one stands, and counts.
      use "Contoso IT/General"
      greeting="Good morning, $1"
      for name in Ann Bob
        message send "$greeting and $name"
      end
      if message list --limit 1 -o ids > /dev/null; echo found; else; echo none; end
      echo "$greeting"
      """, to: "hello.teamsh")
    try shell.prompt()
    let output = try shell.run("source \(home.file("hello.teamsh")) everyone")
    #expect(output.contains("found"))
    #expect(output.contains("Good morning, everyone"))
    #expect(try shell.run("message list --limit 2").contains("Good morning, everyone and Bob"))
  }

  @Test func `Ctrl-D leaves, and exit leaves with its code`() throws {
    try shell.prompt()
    shell.type("\u{4}")
    #expect(try shell.terminal.waitForExit() == 0)
    let other = try ShellTerminal(home: home, environment: tenant.signedIn())
    try other.prompt()
    other.type("exit 7\r")
    #expect(try other.terminal.waitForExit() == 7)
  }

  @Test func `a failure says what, why and what next, and the shell goes on`() throws {
    try shell.prompt()
    #expect(try shell.run("taem list").contains("Did you mean “team”?"))
    #expect(try shell.run("team lsit").contains("Did you mean “team list”?"))
    #expect(try shell.run("use Contosso").contains("No "))
    #expect(try shell.run("echo $?").contains("5"))
    #expect(try shell.run("echo 'open\r'").contains("open"))
  }
}
