import Foundation
import TestSupport
import Testing

/// A large file on its way from the real prompt.
struct UploadTests {
  /// A shell in a channel of a tenant whose ranges are answered as a rule says, with a file of 60 MB.
  private static func shell(
    _ home: Home, rule: String, columns: Int = 80, rows: Int = 24
  ) throws -> (Tenant, ShellTerminal) {
    try home.write(
      """
      {"rules": [{"service": "storage", "method": "PUT", "path": "/**", "fault": "stall"\(rule)}]}
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
    return (tenant, shell)
  }

  /// The line that tells how far it is, where it stands on the screen.
  private static func line(_ shell: PseudoTerminal) -> (done: Substring, left: Int)? {
    let pattern = #/(\d+\.\d) of 60\.0 MB, \d+\.\d MB a second, (\d+):(\d\d) left/#
    guard let match = shell.screen.text.firstMatch(of: pattern)?.output,
      let minutes = Int(match.2), let seconds = Int(match.3)
    else { return nil }
    return (match.1, minutes * 60 + seconds)
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `how far a file is stands on the screen, and Ctrl-C takes it back`(
    columns: Int, rows: Int
  ) throws {
    let home = try Home()
    // Each of the ranges takes its time, so that all of them take longer than anybody looks.
    let (tenant, shell) = try Self.shell(
      home, rule: #", "milliseconds": 2000"#, columns: columns, rows: rows)
    defer { withExtendedLifetime(tenant) {} }
    try shell.terminal.wait(described: "how far it is") { Self.line($0) != nil }
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

  @Test func `a file that does not get on keeps its line, whose time left grows`() throws {
    let home = try Home()
    let (tenant, shell) = try Self.shell(home, rule: "")
    defer { withExtendedLifetime(tenant) {} }
    var last: (done: Substring, left: Int)?
    try shell.terminal.wait(described: "that it gets no further") {
      guard let line = Self.line($0) else { return false }
      defer { if line.done != last?.done { last = line } }
      return line.done == last?.done && line.left > last?.left ?? line.left
    }
    shell.type("\u{3}")
    try shell.prompt("> ")
    #expect(!shell.terminal.screen.text.contains(" of 60.0 MB"))
  }
}
