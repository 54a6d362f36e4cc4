import Foundation
import TestSupport
import Testing

/// Incidents at the real prompt: completed by number and name, stood at, and asked about before they close.
struct IncidentTests {
  private let home: Home
  private let tenant: Tenant
  private let shell: ShellTerminal

  init() throws {
    home = try Home()
    tenant = try Tenant()
    shell = try ShellTerminal(
      home: home, environment: tenant.signedIn(), prompt: "p{number}:{place}> ")
    try shell.prompt("/> ")
    try shell.run("incident create 'Mail is down' --severity High", then: "/> ")
    try shell.run("incident create 'Phones are silent'", then: "/> ")
  }

  @Test func `the prompt says at which incident one stands, and back out of it`() throws {
    try shell.run("use incident 1", then: "incident 1> ")
    try shell.run("incident note 'The certificate has run out.'", then: "incident 1> ")
    let list = try shell.run("ls", then: "incident 1> ")
    #expect(list.contains("The certificate has run out."))
    try shell.run("use ..", then: "/> ")
    try shell.run("use -", then: "incident 1> ")
  }

  @Test func `a number is completed by the name of its incident`() throws {
    shell.type("incident show phon\t\r")
    let shown = try shell.prompt("/> ")
    #expect(shown.contains("Phones are silent"), "\(shown)")
    shell.type("use incident mail\t\r")
    try shell.prompt("incident 1> ")
  }

  @Test func `closing asks, and a no leaves the incident open`() throws {
    try shell.run("use incident 1", then: "incident 1> ")
    shell.type("incident close\r")
    try shell.terminal.wait { $0.screen.text.contains("Close incident 1, Mail is down? [y/N]") }
    shell.type("n\r")
    #expect(try shell.prompt("incident 1> ").contains("Nothing was changed."))
    shell.type("incident close\r")
    try shell.terminal.wait {
      $0.screen.text.components(separatedBy: "Mail is down? [y/N]").count > 2
    }
    shell.type("y\r")
    #expect(try shell.prompt("incident 1> ").contains("Closed incident 1."))
  }

  @Test func `a job that was begun at an incident goes on at it`() throws {
    try shell.run("use incident 2", then: "incident 2> ")
    try shell.run("incident note 'From a job.' &", then: "incident 2> ")
    try shell.run("use /", then: "/> ")
    try shell.run("wait", then: "/> ")
    #expect(
      try shell.run("incident show 2 --jq '.notes[0].text'", then: "/> ").contains("From a job."))
  }
}
