import Foundation
import TestSupport
import Testing

/// A large file on its way from the real prompt.
struct UploadTests {
  @Test(arguments: [(80, 24), (120, 40)])
  func `how far a file is stands on the screen, and Ctrl-C takes it back`(
    columns: Int, rows: Int
  ) throws {
    let home = try Home()
    // Each of the ranges takes its time, so that all of them take longer than anybody looks.
    try home.write(
      """
      {"rules": [
        {"service": "storage", "method": "PUT", "path": "/**", "fault": "stall",
         "milliseconds": 2000}
      ]}
      """, to: "faults")
    let tenant = try Tenant(["--faults", home.file("faults")])
    let token = try tenant.token(scopes: Tenant.scopes + ["Files.ReadWrite"])
    try home.write(String(repeating: "x", count: 60_000_000), to: "large.txt")
    let shell = try ShellTerminal(
      home: home, environment: tenant.environment.merging(["TEAMSH_ACCESS_TOKEN": token]) { $1 },
      prompt: "p{number}:> ", settings: ["marks off"], columns: columns, rows: rows)
    try shell.prompt("> ")
    try shell.run("use 'Contoso IT/General'", then: "> ")
    shell.type("message send Hi --attach \(home.path)/large.txt\r")
    try shell.terminal.wait(described: "how far it is") {
      $0.screen.text.contains(#/\d+\.\d of 60\.0 MB, \d+\.\d MB a second, \d+:\d\d left/#)
    }
    shell.type("\u{3}")
    try shell.terminal.wait {
      $0.screen.text.contains("The interrupted write was not carried out.")
    }
    try shell.prompt("> ")
    #expect(!shell.terminal.screen.text.contains(" of 60.0 MB"))
    let journal = try shell.run("journal list --columns COMMAND,RESULT -o csv", then: "> ")
    #expect(journal.contains("message send,refused"))
    let left = try shell.run(
      "message list --limit 1 -o json | grep -c large.txt",
      then: "> ")
    #expect(left.contains("0\r\n"))
  }
}
