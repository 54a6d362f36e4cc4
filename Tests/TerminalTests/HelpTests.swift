import TestSupport
import Testing

/// Help at the prompt, without losing what is typed.
struct HelpTests {
  private let home: Home
  private let server: ScriptedServer

  init() throws {
    home = try Home()
    server = try ScriptedServer { _ in .reply("200 OK", [], "{\"value\":[]}") }
  }

  private func start(columns: Int = 100, rows: Int = 40) throws -> ShellTerminal {
    let shell = try ShellTerminal(
      home: home, environment: BadAnswerTests.environment(home, server.root), columns: columns,
      rows: rows)
    try shell.prompt()
    return shell
  }

  /// What is asked, and what the answer holds.
  private static let pages: [(asked: String, shown: [String])] = [
    ("help", ["Commands:", "Topics:", "help COMMAND", "COMMAND ?"]),
    ("help team", ["team list", "help COMMAND shows more of one."]),
    (
      "help member add",
      [
        "member add: ", "Usage: member add <person>…", "Options:", "Examples:",
        "Least permissions that suffice:", "TeamMember.ReadWrite.All", "See also: help options",
      ]
    ),
    (
      "help watch", ["Usage: watch [-n <seconds>] [-c <number>] [--until <jq>] [--diff] <command>…"]
    ),
    ("help scripts", ["scripts: The language of lines and scripts, on one page."]),
    ("help formats", ["ndjson", "markdown"]),
    ("help output", ["set output: "]),
    (
      "alias mine 'member list --limit $1'; help mine",
      ["mine: An alias for: member list --limit $1\r\n\r\nmember list: "]
    ),
    ("alias odd '!date'; help odd", ["odd: An alias for: !date\r\n"]),
    ("help membr add", ["“membr add”", "Did you mean “help member add”?"]),
    ("apropos owner", ["member add --owner", "option", "command"]),
    ("apropos TeamMember.ReadWrite.All", ["member add"]),
    ("apropos no-such-thing", ["no-such-thing"]),
  ]

  @Test(arguments: [(80, 24), (120, 40)])
  func `help knows commands, nouns, topics, settings and aliases, within the screen`(
    columns: Int, rows: Int
  ) throws {
    let shell = try start(columns: columns, rows: rows)
    for page in Self.pages {
      let shown = try shell.run(page.asked)
      for text in page.shown { #expect(shown.contains(text), "\(page.asked): \(shown)") }
      for line in shown.split(separator: "\r\n").dropFirst() where !line.contains("\u{1B}") {
        #expect(line.count <= columns, "\(line)")
      }
    }
  }

  @Test func `help keys tells the keys of the mode that is set, or else of .editrc`() throws {
    let emacs = try start()
    #expect(try emacs.run("help keys").contains("Exchanges two words."))
    try home.write("bind -v\n", to: ".editrc")
    let vi = try start()
    #expect(try !vi.run("help keys").contains("Exchanges two words."))
    try vi.run("set edit-mode emacs")
    #expect(try vi.run("help keys").contains("Exchanges two words."))
    try vi.run("set edit-mode auto")
    #expect(try !vi.run("help keys").contains("Exchanges two words."))
  }

  @Test func `a question mark at the end of a line shows help, and the line comes back`() throws {
    let shell = try start()
    shell.type("member add @adele ?\r")
    #expect(try shell.prompt().contains("member add:"))
    try shell.terminal.wait { $0.screen.text.hasSuffix("> member add @adele") }
    shell.type("\u{15}echo '?'\r")
    try shell.prompt()
    #expect(shell.terminal.screen.visibleRows.contains("?"))
  }
}
