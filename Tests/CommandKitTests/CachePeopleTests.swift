import Testing

@testable import CommandKit

struct CachePeopleTests {
  @Test func `a profile says how many people are kept`() throws {
    let file = try ProfileFile(yaml: "profiles: {big: {cache-people: 100000}, small: {}}")
    #expect(file.profiles["big"]?.cachePeople == 100_000)
    #expect(file.profiles["small"]?.cachePeople == nil)
    #expect(file.warnings.isEmpty)
  }

  @Test(arguments: ["many", "-1", "[1]", "2.5"])
  func `a number of people that is none is a warning with its line`(_ value: String) throws {
    let file = try ProfileFile(yaml: "profiles:\n  big:\n    cache-people: \(value)\n")
    #expect(file.profiles["big"]?.cachePeople == nil)
    #expect(file.warnings == [.init(line: 3, problem: .wrongValue(key: "cache-people"))])
  }
}
