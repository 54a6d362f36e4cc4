import Foundation
import TestSupport
import Testing

/// What Tab makes of words at the real prompt, kind by kind.
struct NameCompletionTests {
  private let home: Home
  private let tenant: Tenant

  init() throws {
    home = try Home()
    tenant = try Tenant()
  }

  private func start(_ size: ScreenSize, _ more: [String: String] = [:]) throws -> ShellTerminal {
    let shell = try ShellTerminal(
      home: home,
      environment: tenant.signedIn().merging(["TERM": "xterm-256color"]) { $1 }
        .merging(more) { $1 }, prompt: "p{number}:{place}> ", settings: ["marks off"],
      columns: size.columns, rows: size.rows)
    try shell.prompt("/> ")
    try shell.run("cache refresh teams", then: "/> ")
    try shell.run("cache refresh people", then: "/> ")
    return shell
  }

  /// Types each line with Tab behind it, and waits for what it becomes; a bar is typed to see blanks.
  private func check(
    _ rows: [(typed: String, expected: String)], in shell: ShellTerminal
  ) {
    for row in rows {
      #expect(throws: Never.self, "\(row.typed)⇥") {
        shell.type(row.typed + "\t")
        try shell.terminal.wait(described: row.expected) {
          $0.screen.visibleRows.contains("p\(shell.number):/> " + ShownRows.trimmed(row.expected))
        }
        shell.type("|")
        try shell.terminal.wait(described: row.expected + "|") {
          $0.screen.visibleRows.contains("p\(shell.number):/> " + row.expected + "|")
        }
      }
      #expect(throws: Never.self) { try shell.drop(then: "/> ") }
    }
  }

  @Test(arguments: ShellTerminal.sizes)
  func `people are found by name, address, the middle of a word, and letters in order`(
    size: ScreenSize
  ) throws {
    check(
      [
        ("user show megan", "user show \"Megan Bowen\" "),
        ("user show BOW", "user show \"Megan Bowen\" "),
        ("user show egan", "user show \"Megan Bowen\" "),
        ("user show mgnbwn", "user show \"Megan Bowen\" "),
        ("user show lukasz", "user show \"Łukasz Wiśniewski\" "),
        ("user show koehl", "user show \"Moritz Köhler\" "),
        ("user show diego@", "user show \"Diego Siciliani\" "),
        ("user show hans.meier_f", "user show \"Hans Meier (Fabrikam)\" "),
        ("user show \"sean.o'h", "user show \"Sean O'Hara\" "),
        ("user show 'sean", "user show 'Sean O'\\''Hara' "),
        ("user show @adel", "user show @adele "), ("user show 山", "user show \"山田 太郎\" "),
        ("user show \"lee", "user show \"Lee Gu\" "),
      ], in: try start(size))
  }

  @Test(arguments: ShellTerminal.sizes)
  func `rows, formats, columns, fields, settings, variables, aliases and paths are completed`(
    size: ScreenSize
  ) throws {
    let shell = try start(size)
    try shell.run("alias quick 'team list --limit 3'", then: "/> ")
    try shell.run("quick", then: "/> ")
    check(
      [
        ("use %2", "use %2 "), ("team show %3", "team show %3 "),
        ("team list -o y", "team list -o yaml "),
        ("team list --output=ma", "team list --output=markdown "),
        ("team list --columns te", "team list --columns TEAM"),
        ("team list --columns TEAM,des", "team list --columns TEAM,DESCRIPTION"),
        ("team list --jq .disp", "team list --jq .displayName"),
        ("set edit-", "set edit-mode "), ("set edit-mode em", "set edit-mode emacs "),
        ("echo $inc", "echo $incident"), ("echo \"${inc", "echo \"${incident}"),
        ("qui", "quick "), ("unalias q", "unalias quick "), ("help hist", "help history "),
        ("graph get /use", "graph get /users"), ("cache refresh pe", "cache refresh people "),
      ], in: shell)
  }

  @Test(arguments: ShellTerminal.sizes)
  func `roles, profiles, identities and other commands are completed`(size: ScreenSize) throws {
    let shell = try start(size)
    try shell.run("profile create workshop --tenant contoso.com", then: "/> ")
    check(
      [
        ("member update @megan --role ow", "member update @megan --role owner "),
        ("profile show works", "profile show workshop "),
        ("team list --as per", "team list --as person "),
        ("watch team l", "watch team list "), ("type apro", "type apropos "),
      ], in: shell)
  }

  @Test(arguments: ShellTerminal.sizes)
  func `the messages of the last list are offered by their rows`(size: ScreenSize) throws {
    let shell = try start(size)
    let prompt = "Contoso IT/General> "
    try shell.run("use 'Contoso IT/General'", then: prompt)
    try shell.run("message list --limit 12", then: prompt)
    shell.type("message show %\t")
    try shell.terminal.wait(described: "all the rows") { terminal in
      ["%1 ", "%2 ", "%3 "].allSatisfy { row in
        terminal.screen.visibleRows.contains { $0.hasPrefix(row) }
      }
    }
    shell.type("12\t")
    try shell.wait(forTyped: "message show %12 |", prompt: prompt)
  }

  @Test func `files are completed where a file is meant`() throws {
    try home.write("true\n", to: "hello there.teamsh")
    let shell = try start((120, 40))
    let path = "\(home.path)/hello there.teamsh"
    check(
      [
        ("source \(home.path)/hell", "source \"\(path)\" "),
        ("source '\(home.path)/hell", "source '\(path)' "),
        ("team list > \(home.path)/hell", "team list > \"\(path)\" "),
      ], in: shell)
  }

  @Test(arguments: ShellTerminal.sizes)
  func `a team with apostrophes is completed, entered, and its channels completed behind a slash`(
    size: ScreenSize
  ) throws {
    let shell = try start(size)
    shell.type("use \"Miles O'Brien's\t")
    try shell.wait(forTyped: "use \"Miles O'Brien's Crew\" |", prompt: "/> ")
    shell.type("\r")
    try shell.prompt("Miles O'Brien's Crew> ")
    try shell.run("cache refresh channels", then: "Miles O'Brien's Crew> ")
    try shell.run("use /", then: "/> ")
    shell.type("use \"Miles O'Brien's Crew/gen\t\r")
    // A long place loses its middle on a narrow screen.
    try shell.prompt("Miles O'Brien")
    try shell.terminal.wait { $0.screen.text.hasSuffix("Crew/General>") }
    try shell.run("use /", then: "/> ")
    shell.type("use 'miles o'\\''brien'\\''s\t")
    try shell.wait(forTyped: "use 'Miles O'\\''Brien'\\''s Crew' |", prompt: "/> ")
    shell.type("\r")
    try shell.prompt("Miles O'Brien's Crew> ")
  }

  @Test(arguments: ShellTerminal.sizes)
  func `what was used last stands first`(size: ScreenSize) throws {
    let shell = try start(size)
    func first() -> String? {
      let rows = shell.terminal.screen.visibleRows
      return rows.lastIndex { $0.hasPrefix("p\(shell.number):") }.map {
        rows[$0 + 1].components(separatedBy: "  ")[0]
      }
    }
    for name in ["Contoso Sales", "Contoso IT Operations"] {
      try shell.run("use '\(name)'", then: "\(name)> ")
      try shell.run("use /", then: "/> ")
      shell.type("team show con\t")
      try shell.terminal.wait(described: name) {
        $0.screen.text.contains("\nas of ") && first() == name
      }
      #expect(first() == name)
      try shell.drop(then: "/> ")
    }
  }

  @Test(arguments: ShellTerminal.sizes)
  func `what this shell makes and deletes is known at the next Tab`(size: ScreenSize) throws {
    let shell = try start(size)
    try shell.run("use 'Contoso IT'", then: "Contoso IT> ")
    try shell.run("cache refresh channels", then: "Contoso IT> ")
    try shell.run("cache refresh members", then: "Contoso IT> ")
    try shell.run("channel create 'Zebra crossing'", then: "Contoso IT> ")
    shell.type("channel show zeb\t")
    try shell.wait(forTyped: "channel show \"Zebra crossing\" |", prompt: "Contoso IT> ")
    try shell.drop(then: "Contoso IT> ")
    try shell.run("channel delete 'Zebra crossing' --yes", then: "Contoso IT> ")
    shell.type("channel show zeb\t")
    try shell.terminal.wait {
      $0.screen.text.contains("channel show zeb\nnothing matches “zeb” · as of ")
    }
    try shell.drop(then: "Contoso IT> ")
    try shell.run("member add 'Wendy Johnson'", then: "Contoso IT> ")
    shell.type("member remove wen\t")
    try shell.wait(forTyped: "member remove \"Wendy Johnson\" |", prompt: "Contoso IT> ")
  }

  @Test(arguments: ["C", "POSIX"])
  func `in a plain locale names are completed too, and shown in ASCII`(locale: String) throws {
    let shell = try start((80, 24), ["LC_ALL": locale])
    shell.type("user show mor\t")
    try shell.terminal.wait { $0.screen.text.contains("user show \"Moritz K") }
    shell.type("\r")
    #expect(try shell.prompt("/> ").contains("moritz.koehler@contoso.com"))
  }
}
