import CommandKit
import Testing

struct AliasListTests {
  @Test(arguments: ["x y", "", "1a", "-a", "a=b", "a$", "a;"])
  func `a name that is no bare word is refused`(name: String) {
    var list = AliasList()
    #expect(throws: CommandError(.invalidAlias(name))) {
      try list.define(Alias(name: name, text: "a"), isTaken: { _ in false })
    }
  }

  @Test(arguments: ["team", "for", "end"])
  func `a name that means something already is refused`(name: String) {
    var list = AliasList()
    #expect(throws: CommandError(.aliasTaken(name))) {
      try list.define(Alias(name: name, text: "a"), isTaken: { $0 == "team" })
    }
    #expect(list.all.isEmpty)
  }

  @Test func `the last text of a name counts, and a forgotten one is gone`() throws {
    var list = AliasList()
    for text in ["a", "b"] {
      try list.define(Alias(name: "t", text: text), isTaken: { _ in false })
    }
    #expect(list.all == [Alias(name: "t", text: "b")])
    #expect(throws: CommandError(.unknownAlias("tt", nearest: []))) { try list.remove("tt") }
    try list.remove("t")
    #expect(list["t"] == nil)
  }
}
