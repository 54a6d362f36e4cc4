import CommandKit
import Commands
import Testing

struct CatalogTests {
  @Test(arguments: Catalog.teamsh.entries.map(\.name))
  func `a command has an abstract of one short sentence`(name: String) throws {
    let entry = try #require(Catalog.teamsh.entries.first { $0.name == name })
    #expect(entry.abstract.hasSuffix("."))
    #expect(entry.abstract.count < 60)
  }
}
