import CommandKit
import Testing

struct WordTests {
  @Test(
    arguments: [
      ("--team", "--team", nil),
      ("-o", "-o", nil),
      ("--team=Sales", "--team", "Sales"),
      ("--team=", "--team", ""),
      ("--filter=a=b", "--filter", "a=b"),
    ] as [(String, String, Word?)])
  func `a bare word with dashes is an option`(text: String, name: String, value: Word?) {
    #expect(Word(text).option == Word.Option(name: name, value: value))
  }

  @Test(arguments: ["-", "--", "a", "a=b", ""])
  func `other words are none`(text: String) {
    #expect(Word(text).option == nil)
  }

  @Test func `a quoted word is no option`() {
    #expect(Word("--yes", isLiteral: true).option == nil)
  }
}
