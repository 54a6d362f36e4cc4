import Commands
import Output
import Testing

@testable import CommandKit

/// The pages of help that are about no single command, and the search over all of them.
struct HelpTests {
  private static let keys = [
    KeyHelp(section: "Searching", keys: "Ctrl-R", action: "Searches earlier lines.")
  ]
  private let context = HelpContext(catalog: .teamsh, keys: keys)
  private var search: HelpSearch { HelpSearch(context) }

  @Test(arguments: HelpTopic.all.map(\.name))
  func `a topic fits the screen, and is on the list`(name: String) throws {
    let page = try context.page(named: [name])
    #expect(page.hasPrefix("\(name): ") && page.hasSuffix("\n"))
    #expect(Self.tooWide(page) == [])
    #expect(try context.page(named: []).contains("  \(name) "))
  }

  @Test(arguments: Catalog.teamsh.entries.map(\.name))
  func `a command's page fits the screen, examples aside`(name: String) throws {
    let page = try context.page(named: name.split(separator: " ").map(String.init))
    let examples = Catalog.teamsh.entries.flatMap { $0.type.examples.map { "  \($0.line)" } }
    #expect(Self.tooWide(page).filter { !examples.contains($0) } == [])
  }

  @Test func `the overview names every noun and command, on one page`() throws {
    let page = try context.page(named: [])
    for noun in Catalog.teamsh.nouns where !noun.name.isEmpty {
      #expect(page.contains("\n  \(noun.name) "))
    }
    for entry in Catalog.teamsh.entries { #expect(page.contains(entry.type.verb)) }
    #expect(Self.tooWide(page) == [])
    #expect(page.split(separator: "\n").count < 40)
  }

  @Test(arguments: [
    (["exit", "codes"], "exit-codes:"), (["exit-codes"], "exit-codes:"), (["member"], "Members of"),
    (["member", "add"], "member add:"), (["exit"], "exit:"), (["pager"], "set pager:"),
    (["edit", "mode"], "set edit-mode:"), (["member", "rm"], "member remove:"),
  ])
  func `words name a command, a noun, a topic or a setting`(words: [String], start: String) throws {
    #expect(try context.page(named: words).hasPrefix(start))
  }

  @Test(arguments: [
    (["formts"], "formats"), (["member", "ad"], "member add"), (["pagr"], "pager"),
    (["chanel"], "channel"),
  ])
  func `words that name nothing are told the nearest`(words: [String], nearest: String) {
    let error = #expect(throws: CommandError.self) { try context.page(named: words) }
    guard case .unknownTopic(_, let names) = error?.code else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(names.contains(nearest))
  }

  @Test(arguments: [
    (["csv"], "formats"), (["Ctrl-R"], "Ctrl-R"), (["dry"], "--dry-run"), (["pager"], "set pager"),
    (["add", "people"], "member add"), (["owners"], "member add --owner"),
    (["ChannelMessage.Send"], "message send"), (["AUTO"], "set output"), (["cd"], "use"),
  ])
  func `a search finds it by name, by what it does, and by what it takes`(
    words: [String], name: String
  ) {
    #expect(search.matches(words).map(\.name).contains(name))
  }

  @Test func `what has a word in its name comes before what only tells of it`() {
    let names = search.matches(["pager"]).map(\.name)
    #expect(names.first == "set pager" && names.contains("formats"))
    #expect(search.matches([]).isEmpty)
    #expect(search.matches(["xyzzy"]).isEmpty)
  }

  private static func tooWide(_ page: String) -> [String] {
    page.split(separator: "\n").map(String.init).filter { DisplayWidth.of($0) > 80 }
  }
}
