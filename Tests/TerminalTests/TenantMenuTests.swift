import Foundation
import TestSupport
import Testing

/// The menu of names below the line, at the real prompt.
struct TenantMenuTests {
  private let home: Home
  private let tenant: Tenant

  init() throws {
    home = try Home()
    tenant = try Tenant()
  }

  private func start(_ size: ScreenSize) throws -> ShellTerminal {
    let shell = try ShellTerminal(
      home: home,
      environment: tenant.signedIn().merging(["TERM": "xterm-256color"]) { $1 },
      prompt: "p{number}:{place}> ", settings: ["marks off"], columns: size.columns,
      rows: size.rows)
    try shell.prompt("/> ")
    try shell.run("cache refresh teams", then: "/> ")
    try shell.run("cache refresh people", then: "/> ")
    return shell
  }

  /// The rows of the menu, which stand below the line.
  private static func menu(_ shell: ShellTerminal) -> [String] {
    let rows = shell.terminal.screen.text.split(separator: "\n").map(String.init)
    let line = rows.lastIndex { $0.hasPrefix("p\(shell.number):") } ?? rows.count - 1
    return Array(rows[(line + 1)...])
  }

  private static func isAge(_ row: String?) -> Bool {
    row?.firstMatch(of: /as of \d\d:\d\d$/) != nil
  }

  @Test(arguments: ShellTerminal.sizes)
  func
    `a menu says of people their address and title, and is never more than a third of the screen`(
      size: ScreenSize
    ) throws
  {
    let shell = try start(size)
    shell.type("user show \t")
    try shell.terminal.wait { $0.screen.text.contains(" more · as of ") }
    let rows = Self.menu(shell)
    #expect(rows.count == size.rows / 3)
    #expect(
      rows.contains {
        $0.contains("Adele Vance") && $0.contains("adele@contoso.com · Retail Manager")
      })
    #expect(rows.last?.firstMatch(of: /^… \d+ more · as of \d\d:\d\d$/) != nil)
    // The cursor stayed in its line.
    #expect(shell.terminal.screen.visibleRows[shell.terminal.screen.cursorRow].hasPrefix("p3:"))
    try shell.drop()
    #expect(!shell.terminal.screen.text.contains("as of"))
  }

  @Test(arguments: ShellTerminal.sizes)
  func `at the foot of a full screen the menu moves the line up, and gives the rows back`(
    size: ScreenSize
  ) throws {
    let shell = try start(size)
    try shell.run("!seq \(size.rows * 2)", then: "/> ")
    shell.type("user show \t")
    try shell.terminal.wait { $0.screen.visibleRows.last?.contains(" more · as of ") == true }
    #expect(Self.menu(shell).count == size.rows / 3)
    shell.type("\u{1B}")
    try shell.wait(forTyped: "user show |", prompt: "/> ")
    #expect(shell.terminal.screen.text.components(separatedBy: "p4:/> ").count == 2)
  }

  @Test(arguments: ShellTerminal.sizes)
  func `teams have their members counted, and channels their kind`(size: ScreenSize) throws {
    let shell = try start(size)
    try shell.run("use 'Contoso IT'", then: "Contoso IT> ")
    try shell.run("cache refresh channels", then: "Contoso IT> ")
    try shell.run("cache refresh members", then: "Contoso IT> ")
    shell.type("team show contoso\\ i\t")
    try shell.terminal.wait { $0.screen.text.firstMatch(of: /Contoso IT  +\d+ members/) != nil }
    try shell.drop()
    shell.type("channel show \t")
    try shell.terminal.wait { $0.screen.text.contains("Vendor Fabrikam") }
    let rows = Self.menu(shell)
    for (name, kind) in [
      ("General", "standard"), ("Admins only", "private"), ("Vendor Fabrikam", "shared"),
    ] {
      #expect(rows.contains { $0.hasPrefix(name) && $0.contains(kind) }, "\(name)")
    }
    #expect(Self.isAge(rows.last))
  }

  @Test(arguments: ShellTerminal.sizes)
  func `Tab, Shift-Tab and arrows choose, Enter takes and does not run, Escape restores`(
    size: ScreenSize
  ) throws {
    let shell = try start(size)
    let prompt = "p3:/> "
    func wait(line: String) throws {
      try shell.terminal.wait(described: line) { $0.screen.visibleRows.contains(prompt + line) }
    }
    shell.type("use con\t")
    try wait(line: "use \"Contoso")
    let names = Self.menu(shell).dropLast().map { $0.components(separatedBy: "  ")[0] }
    try #require(names.count == 3)
    for (key, index) in [
      ("\t", 0), ("\u{1B}[B", 1), ("\t", 2), ("\t", 0), ("\u{1B}[Z", 2), ("\u{1B}[A", 1),
    ] {
      shell.type(key)
      try wait(line: "use \"\(names[index])\"")
    }
    shell.type("\u{1B}")
    try shell.wait(forTyped: "use con|", prompt: "/> ")
    shell.type("\t\t\r")
    try shell.wait(forTyped: "use \"\(names[0])\" |", prompt: "/> ")
    shell.type("\r")
    try shell.prompt("\(names[0])> ")
  }

  @Test(arguments: ShellTerminal.sizes)
  func `typing narrows the menu and Backspace widens it`(size: ScreenSize) throws {
    let shell = try start(size)
    shell.type("use con\t")
    try shell.terminal.wait {
      Self.menu(shell).count == 4 && $0.screen.text.contains("Contoso Sales")
    }
    shell.type("it")
    try shell.terminal.wait {
      Self.menu(shell).count == 3 && !$0.screen.text.contains("Contoso Sales")
    }
    shell.type("\u{7F}\u{7F}")
    try shell.terminal.wait {
      Self.menu(shell).count == 4 && $0.screen.text.contains("Contoso Sales")
    }
    shell.type("\u{1B}")
    try shell.wait(forTyped: "use \"Contoso |", prompt: "/> ")
  }

  @Test(arguments: ShellTerminal.sizes)
  func `an open menu follows a window that becomes narrower and wider`(size: ScreenSize) throws {
    let shell = try start(size)
    shell.type("user show ann\t")
    try shell.terminal.wait { _ in Self.menu(shell).count == 4 }
    for columns in [30, 50, size.columns] {
      shell.terminal.resize(columns: columns, rows: size.rows)
      try shell.terminal.wait(described: "\(columns) columns") {
        let rows = Self.menu(shell)
        return rows.count == 4 && Self.isAge(rows.last)
          && rows.allSatisfy { $0.count < columns }
          && $0.screen.visibleRows.filter { $0.hasPrefix("p3:/> user show ann") }.count == 1
      }
    }
    shell.type("\t\r\r")
    #expect(try shell.prompt("/> ").contains("Anna"))
  }

  @Test(arguments: ShellTerminal.sizes)
  func `of people and teams that share a name the menu puts in what tells them apart`(
    size: ScreenSize
  ) throws {
    let shell = try start(size)
    shell.type("user show 'anna m\t")
    try shell.terminal.wait { $0.screen.text.contains("anna.mueller2@contoso.com · Designer") }
    shell.type("\t\r")
    try shell.wait(forTyped: "user show 'anna.mueller2@contoso.com' |", prompt: "/> ")
    shell.type("\r")
    #expect(try shell.prompt("/> ").contains("Designer"))
    shell.type("use soc\t")
    try shell.terminal.wait { $0.screen.text.contains("The other one.") }
    shell.type("\t\r")
    try shell.terminal.wait {
      $0.screen.text.firstMatch(of: /use [0-9a-f]{8}-[0-9a-f-]{27}$/) != nil
    }
    shell.type("\r")
    try shell.prompt("Social Club> ")
  }
}
