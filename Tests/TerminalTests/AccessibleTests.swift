import Foundation
import TestSupport
import Testing

/// The shell for people who listen to it, and on terminals that can do nothing.
struct AccessibleTests {
  private static let kinds = [["TERM": "dumb"], ["ACCESSIBLE": "1"]]

  @Test(arguments: kinds, [(80, 24), (120, 40)])
  func `Tab lists names with numbers, a number chooses, and nothing is ever painted over`(
    environment: [String: String], size: (columns: Int, rows: Int)
  ) throws {
    let home = try Home()
    let tenant = try Tenant()
    let shell = try ShellTerminal(
      home: home, environment: tenant.signedIn().merging(environment) { $1 },
      prompt: "p{number}:{place}> ", settings: ["marks off"], columns: size.columns,
      rows: size.rows)
    try shell.prompt("/> ")
    try shell.run("cache refresh teams", then: "/> ")
    shell.type("use Contoso\t")
    try shell.terminal.wait {
      $0.screen.text.contains(
        "Type a number and Tab to choose, or go on typing.\np2:/> use \"Contoso")
    }
    let list = shell.terminal.screen.visibleRows.first { $0.contains("Contoso Sales") } ?? ""
    let number = String(list.prefix { $0.isNumber })
    #expect(list.hasPrefix("\(number) Contoso Sales"))
    shell.type(number + "\t")
    try shell.terminal.wait { $0.screen.text.hasSuffix("p2:/> use \"Contoso Sales\"") }
    shell.type("\r")
    try shell.prompt("Contoso Sales> ")
    #expect(!shell.terminal.text(behind: "p2:/> ").contains("\u{1B}[K"))
  }

  @Test
  func `accessible can be switched on at the prompt, and a typed key then costs its own byte`()
    throws
  {
    let home = try Home()
    let tenant = try Tenant()
    let shell = try ShellTerminal(
      home: home, environment: tenant.signedIn(), prompt: "p{number}:{place}> ")
    try shell.prompt("/> ")
    try shell.run("set accessible on", then: "/> ")
    for (keys, line) in [("team lisx", "team lisx"), ("\u{7F}", "team lis"), ("t", "team list")] {
      shell.type(keys)
      try shell.wait(forLine: "p2:/> \(line)")
    }
    #expect(shell.terminal.text(behind: "p2:/> ") == "team lisx\u{8} \u{8}t")
    try shell.run("", then: "/> ")
  }

  @Test(arguments: kinds)
  func `a list is read out once, and not again at each key that follows`(
    environment: [String: String]
  ) throws {
    let home = try Home()
    let tenant = try Tenant()
    let shell = try ShellTerminal(
      home: home, environment: tenant.signedIn().merging(environment) { $1 },
      prompt: "p{number}:{place}> ", settings: ["marks off"])
    try shell.prompt("/> ")
    try shell.run("cache refresh", then: "/> ")
    shell.type("use Contoso\t")
    try shell.wait(forLine: "or go on typing.\np2:/> use \"Contoso")
    for (key, line) in [("S", "Contoso S"), ("a", "Contoso Sa"), ("\u{7F}", "Contoso S")] {
      shell.type(key)
      try shell.wait(forLine: "p2:/> use \"\(line)")
    }
    shell.type("\u{7F}")
    shell.type("IT\"\r")
    try shell.prompt("Contoso IT> ")
    let text = String(decoding: shell.terminal.transcript, as: UTF8.self)
    #expect(text.components(separatedBy: "or go on typing.").count == 2)
  }

  @Test func `in a plain locale prompt and lists are spelled in ASCII`() throws {
    let home = try Home()
    let tenant = try Tenant()
    let shell = try ShellTerminal(
      home: home, environment: tenant.signedIn().merging(["LC_ALL": "C"]) { $1 },
      prompt: "p{number}:{place}> ")
    try shell.prompt("/> ")
    try shell.run("cache refresh teams", then: "/> ")
    shell.type("use data\t")
    try shell.terminal.wait { $0.screen.text.contains("p2:/> use \"Data Kraków\"") }
    try shell.run("", then: "Data Krakow> ")
    shell.type("echo 'Grüße, 世界'\r")
    try shell.terminal.wait(for: "Grüße, 世界\r\n")
  }
}
