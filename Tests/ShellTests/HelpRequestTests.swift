import CommandKit
import Commands
import Testing

@testable import Shell

struct HelpRequestTests {
  @Test(arguments: [
    ("member add ?", "member add "), ("member add @adele --team ?  ", "member add @adele --team "),
    ("?", ""), ("team list; member ?", "team list; member "), ("  ?", "  "),
  ])
  func `a bare question mark at the end asks for help, and the line is kept`(
    text: String, line: String
  ) {
    #expect(HelpRequest.line(asking: text) == line)
  }

  @Test(arguments: [
    "message send '?'", "message send \\?", "message send \"?\"", "message send why?", "# what ?",
    "!ls ?", "team list | grep ?", "team list > ?", "echo ${?", "echo $?", "", "?x", "x=?",
  ])
  func `any other question mark is a text like others`(text: String) {
    #expect(HelpRequest.line(asking: text) == nil)
  }

  @Test(arguments: [
    ("member add @adele ", ["member", "add"]), ("team list; chat ", ["chat"]), ("", []),
    ("member frob ", ["member"]), ("nonsense ", ["nonsense"]), ("use 'Contoso IT'", ["use"]),
  ])
  func `help is on the command of the statement that is being typed`(
    line: String, words: [String]
  ) {
    #expect(HelpRequest.words(before: line, in: .teamsh) == words)
  }
}
