import CommandKit
import Testing

struct LaunchOptionsTests {
  @Test(arguments: [
    [], ["team", "list"], ["-c", ":"], ["-c", "a b", "-c", "c"], ["-c", "echo $1", "x", "-y"],
    ["team", "list", "-o", "json"], ["demo", "--people", "9"], ["file.teamsh", "-c", "x"], [""],
    ["-c", ""], ["-c", ":", "--", "x"], ["--trace", "-c", ":"], ["-c", ":", "--read-only", "x"],
  ])
  func `words mean the same with the parser and without`(words: [String]) throws {
    #expect(try LaunchOptions(words) == LaunchOptions(parsing: words))
  }

  @Test(arguments: [["-c"], ["-c", "-x"], ["--nonsense"], ["-c", ":", "-c"], ["--help"]])
  func `what the parser refuses or answers is left to it`(words: [String]) {
    #expect(throws: (any Error).self) { try LaunchOptions(words) }
  }

  @Test func `lines of -c keep their order, and the rest its dashes`() throws {
    let options = try LaunchOptions(["-c", "one", "-c", "two", "three", "-4"])
    #expect(options.lines == ["one", "two"])
    #expect(options.rest == ["three", "-4"])
  }
}
