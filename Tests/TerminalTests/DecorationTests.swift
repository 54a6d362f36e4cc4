import Foundation
import TestSupport
import Testing

/// What is on the screen besides the line, in the real shell.
struct DecorationTests {
  private let home: Home
  private let tenant: Tenant

  init() throws {
    home = try Home()
    tenant = try Tenant()
  }

  private func start(
    _ environment: [String: String] = [:], settings: [String] = [], columns: Int = 80,
    rows: Int = 24
  ) throws -> ShellTerminal {
    let shell = try ShellTerminal(
      home: home,
      environment: tenant.signedIn().merging(["TERM": "xterm-256color"]) { $1 }.merging(environment)
      { $1 }, prompt: "p{number}:{place}{status}> ", settings: settings, columns: columns,
      rows: rows)
    try shell.prompt("/> ")
    return shell
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `an open quote says below the line why Enter does not run it, and since where`(
    columns: Int, rows: Int
  ) throws {
    let shell = try start(columns: columns, rows: rows)
    shell.type("echo 'one\r")
    let reason = "inside a quote opened at col 6; Ctrl-C drops it"
    try shell.terminal.wait {
      $0.screen.text.hasSuffix("p1:/> echo 'one\n\n\(reason)") && $0.screen.cursorColumn == 0
    }
    shell.type("\r")
    try shell.terminal.wait { $0.screen.text.hasSuffix("still \(reason)") }
    shell.type("two'\r")
    #expect(try shell.terminal.wait(for: "one\r\n\r\ntwo\r\n").isEmpty == false)
    try shell.prompt("/> ")
    #expect(!shell.terminal.screen.text.contains("Ctrl-C"))
    shell.type("for x in a\r")
    try shell.terminal.wait {
      $0.screen.text.hasSuffix("inside the for at col 1, until end; Ctrl-C drops it")
    }
    shell.type("\u{3}")
    try shell.prompt("/> ")
  }

  @Test func `a failure is shown in the prompt until something succeeds`() throws {
    let shell = try start()
    try shell.run("nosuch", then: "/ ")
    try shell.terminal.wait { $0.screen.text.hasSuffix("p2:/ [2]>") }
    try shell.run("true", then: "/> ")
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `known words are green, unknown ones red, and hints dim`(columns: Int, rows: Int) throws {
    let shell = try start(settings: ["hints on"], columns: columns, rows: rows)
    shell.type("tru")
    try shell.wait(forLine: "p1:/> true")
    #expect(shell.terminal.screen.cursorColumn == 9)
    #expect(shell.terminal.text(behind: "p1:").contains("\u{1B}[2me\u{1B}[0m"))
    shell.type("\u{5}")
    try shell.terminal.wait(for: "\u{1B}[32mtrue\u{1B}[0m")
    shell.type("\r")
    try shell.prompt("/> ")
    #expect(shell.terminal.screen.visibleRows.contains("p1:/> true"))
    shell.type("taem ")
    try shell.terminal.wait(for: "\u{1B}[31m")
  }

  @Test(arguments: [("on", 120), ("off", 1)])
  func `a typed key costs few bytes with hints and colours, and one without`(
    decorations: String, most: Int
  ) throws {
    let shell = try start(
      settings: ["hints \(decorations)", "colors \(decorations)"], columns: 120, rows: 40)
    var costs: [Int] = []
    var typed = "p1:/> "
    for key in "team list --columns name" {
      let before = shell.terminal.transcript.count
      shell.type(String(key))
      typed.append(key)
      let column = typed.count
      try shell.terminal.wait {
        $0.screen.cursorColumn == column && $0.transcript.count > before
      }
      costs.append(shell.terminal.transcript.count - before)
    }
    #expect(costs.sorted()[costs.count / 2] <= most)
    #expect(costs.reduce(0, +) / costs.count <= most + 4)
  }

  @Test func `an earlier line is hinted in its own tenant and in no other`() throws {
    let first = try start(settings: ["hints on"])
    try first.run("echo what-was-typed", then: "/> ")
    first.type("\u{4}")
    _ = try first.terminal.waitForExit()
    let second = try start(settings: ["hints on"])
    second.type("echo w")
    try second.wait(forLine: "p1:/> echo what-was-typed")
    second.type("\u{15}\u{4}")
    _ = try second.terminal.waitForExit()
    let name = try #require(home.files.first { $0.hasSuffix("history") })
    let own = #"\"tenant\":\"[^\"]*\""#
    let text = home.text(of: name)
    let foreign = text.replacing(try Regex(own), with: "\"tenant\":\"elsewhere\"")
    #expect(foreign != text)
    try home.write(foreign, to: name)
    let third = try start(settings: ["hints on"])
    third.type("echo w")
    try third.wait(forLine: "p1:/> echo w")
    third.type("h")
    try third.wait(forLine: "p1:/> echo wh")
  }

  @Test(arguments: [
    (["NO_COLOR": "1"], []), (["TERM": "dumb"], []), (["ACCESSIBLE": "1"], []),
    ([:], ["accessible on"]), ([:], ["colors off", "hints off"]),
  ])
  func `nobody who does not want colours and hints gets them`(
    environment: [String: String], settings: [String]
  ) throws {
    let shell = try start(environment, settings: ["hints on", "marks off", "title off"] + settings)
    shell.type("team li")
    try shell.wait(forLine: "p1:/> team li")
    shell.type("x")
    try shell.wait(forLine: "p1:/> team lix")
    let written = shell.terminal.text(behind: "p1:/> ")
    #expect(["\u{1B}[2m", "\u{1B}[3", "\u{1B}[0m"].allSatisfy { !written.contains($0) })
  }

  @Test func `the right prompt stands at the edge, gives way, and is gone on Enter`() throws {
    let shell = try start(settings: ["right-prompt '<{account}>'"])
    try shell.terminal.wait {
      $0.screen.visibleRows.contains { $0.hasSuffix("<megan>") && $0.utf8.count == 79 }
    }
    shell.type("echo " + String(repeating: "x", count: 60))
    try shell.terminal.wait { !$0.screen.text.contains("<megan>") }
    shell.type("\u{15}true\r")
    try shell.prompt("/> ")
    #expect(shell.terminal.screen.visibleRows.contains("p1:/> true"))
  }

  @Test func `window and prompts are marked for a terminal that knows it`() throws {
    let shell = try start()
    try shell.run("use 'Contoso IT'", then: "Contoso IT> ")
    try shell.run("nosuch", then: "Contoso IT ")
    shell.type("\u{4}")
    #expect(try shell.terminal.waitForExit() == 0)
    let text = String(decoding: shell.terminal.transcript, as: UTF8.self)
    #expect(text.contains("\u{1B}[22;2t\u{1B}]2;contoso – teamsh\u{1B}\\"))
    #expect(text.contains("\u{1B}]2;Contoso IT – contoso – teamsh\u{1B}\\"))
    #expect(text.contains("\u{1B}]133;A\u{1B}\\p1:/> \u{1B}]133;B\u{1B}\\"))
    #expect(text.contains("\u{1B}]133;D;0\u{1B}\\") && text.contains("\u{1B}]133;D;2\u{1B}\\"))
    #expect(text.hasSuffix("\u{1B}]2;\u{1B}\\\u{1B}[23;2t"))
  }

  @Test(arguments: [["TERM": "linux"], ["TERM": "dumb"], ["TERM": "screen", "STY": "1.tty"]])
  func `a terminal that does not know marks and titles gets none`(
    environment: [String: String]
  ) throws {
    let shell = try start(environment)
    try shell.run("true", then: "/> ")
    #expect(!String(decoding: shell.terminal.transcript, as: UTF8.self).contains("\u{1B}]"))
  }

  @Test func `a long name loses its middle in the prompt and not its ends`() throws {
    let shell = try start(settings: ["prompt 'p{number}:{place}> '"])
    let name = "A channel whose name is much too long for a prompt"
    try shell.run("channel create '\(name)' --team 'Contoso IT'")
    try shell.run("use 'Contoso IT/\(name)'", then: "Contoso IT")
    try shell.terminal.wait { $0.screen.text.hasSuffix("p3:Contoso IT/A …for a prompt>") }
  }
}

extension PseudoTerminal {
  /// What was written behind the last appearance of a text.
  func text(behind start: String) -> String {
    let all = String(decoding: transcript, as: UTF8.self)
    return all.range(of: start, options: .backwards).map { String(all[$0.upperBound...]) } ?? ""
  }
}
