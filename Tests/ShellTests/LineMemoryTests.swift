import CommandKit
import Commands
import LineEditing
import Testing

@testable import Shell

/// What of a line is remembered, and how long.
struct LineMemoryTests {
  private func decision(
    _ line: String, isForgotten: Bool = false, isPrivate: Bool = false
  ) -> LineMemory.Decision? {
    LineMemory(catalog: .teamsh).decide(
      on: line, isForgotten: isForgotten, isPrivate: isPrivate)
  }

  @Test(arguments: [" team list", " login --app --secret canary", " password=canary"])
  func `a line that somebody wants forgotten is not remembered at all`(line: String) {
    #expect(decision(line, isForgotten: true) == nil)
    #expect(decision(line, isForgotten: true, isPrivate: true) == nil)
  }

  @Test(arguments: [
    ("login --app --secret canary", "login --app --secret ***"),
    ("login --app --secret=canary; team list", "login --app --secret=***; team list"),
    ("login --token 'can ary' # canary", "login --token *** # canary"),
    ("if login --token=\"canary\"; echo é; end", "if login --token=***; echo é; end"),
    ("echo é $(login --token canary -o json)", "echo é $(login --token *** -o json)"),
    ("team list && login --secret canary --app", "team list && login --secret *** --app"),
  ])
  func `what a command declares a secret is starred, and never in a file`(
    line: String, remembered: String
  ) {
    #expect(decision(line) == .init(text: remembered, retention: .session))
    #expect(decision(line, isPrivate: true) == .init(text: remembered, retention: .session))
  }

  @Test(arguments: ["password=canary", "graph post /x '{\"password\":\"canary\"}'"])
  func `what looks like a secret stays in memory, as it is`(line: String) {
    #expect(decision(line) == .init(text: line, retention: .session))
  }

  @Test(arguments: [
    "message send 'the key is under the mat'", "login --secret - < file", "team list",
    "echo --token", "login --browser", "team show --secret",
  ])
  func `everything else goes to the file, and in private to none`(line: String) {
    #expect(decision(line) == .init(text: line, retention: .file))
    #expect(decision(line, isPrivate: true) == .init(text: line, retention: .privacy))
  }
}
