import CommandKit
import Commands
import LineEditing
import Shell
import TestSupport
import Testing

/// What comes to mind behind a half-typed line.
struct HintTests {
  private func hint(_ line: String, earlier: [String] = []) throws -> Hint? {
    let session = try TestSession()
    let hints = LineHints(
      workspace: session.workspace,
      earlier: { typed in earlier.first { $0.hasPrefix(typed) && $0 != typed } })
    return hints.hint(for: line)
  }

  @Test(arguments: [
    ("tea", "m"), ("team l", "ist"), ("team ", "list"), ("team list --jo", "ined"),
    ("true; memb", "er"), ("true && channel cr", "eate"),
  ])
  func `without an earlier line the grammar goes on`(line: String, text: String) throws {
    #expect(try hint(line) == Hint(text))
  }

  @Test(arguments: [
    ("member add ", "<person>"), ("member add", " <person>"), ("team list --columns ", "<columns>"),
  ])
  func `what is missing is named`(line: String, text: String) throws {
    #expect(try hint(line) == Hint(text, isPlaceholder: true))
  }

  @Test(arguments: [
    "", "xyzzy", "team list ", "echo 'tea", "echo \"", "# tea", "!tea", "echo x > te", "$te",
    "x=te",
    "team list --columns=", "whoami",
  ])
  func `where nothing comes to mind nothing is shown`(line: String) throws {
    #expect(try hint(line) == nil)
  }

  @Test func `an earlier line comes before the grammar`() throws {
    let earlier = ["team list --joined", "team show 'Contoso 日本'"]
    #expect(try hint("tea", earlier: earlier) == Hint("m list --joined"))
    #expect(try hint("team s", earlier: earlier) == Hint("how 'Contoso 日本'"))
    #expect(try hint("channel c", earlier: earlier) == Hint("reate"))
    #expect(try hint("team show 'Contoso 日", earlier: earlier) == Hint("本'"))
  }
}
