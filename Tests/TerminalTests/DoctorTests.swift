import Foundation
import TestSupport
import Testing

/// The doctor and the words about permissions as a person at the prompt sees them.
struct DoctorTests {
  @Test(arguments: [(80, 24), (120, 40)])
  func `the doctor's list fits the screen, and names the terminal`(
    columns: Int, rows: Int
  ) throws {
    let tenant = try Tenant()
    let home = try Home()
    let environment = try tenant.environment.merging([
      "TEAMSH_ACCESS_TOKEN": tenant.token(scopes: ["User.Read"]), "LC_ALL": "C.UTF-8",
    ]) { $1 }
    let shell = try ShellTerminal(
      home: home, environment: environment, prompt: "p{number}:> ", columns: columns, rows: rows)
    try shell.prompt()
    let shown = try shell.run("doctor")
    for word in ["CHECK", "sign-in service", "graph", "clock", "permissions", "disk"] {
      #expect(shown.contains(word), "\(word): \(shown)")
    }
    #expect(shown.contains("See: permissions check"))
    #expect(shown.contains("\(columns) by \(rows)"), "\(shown)")
    #expect(shell.terminal.screen.visibleRows.allSatisfy { $0.count <= columns })
  }

  @Test func `a warning stands above the rows, and is not said again`() throws {
    let tenant = try Tenant()
    let home = try Home()
    let environment = try tenant.environment.merging([
      "TEAMSH_ACCESS_TOKEN": tenant.token(scopes: ["User.Read", "Team.ReadBasic.All"])
    ]) { $1 }
    let shell = try ShellTerminal(
      home: home, environment: environment, prompt: "p{number}:> ", columns: 120)
    try shell.prompt()
    let first = try shell.run("chat list").replacing("\r\n", with: "\n")
    #expect(
      first.contains("chat list needs Chat.ReadBasic, which this sign-in does not show."),
      "\(first)")
    // Nobody signed in here whose permissions could be widened.
    let cure = "\n  Hand over a token with Chat.ReadBasic, or sign in: login\n"
    #expect(first.contains(cure), "\(first)")
    // The tenant refuses, as Graph does, and its own words follow.
    #expect(first.contains("one of 'Chat.ReadBasic"), "\(first)")
    #expect(!first.contains("permissions request"), "\(first)")
    let second = try shell.run("chat list")
    #expect(!second.contains("does not show"))
  }
}
