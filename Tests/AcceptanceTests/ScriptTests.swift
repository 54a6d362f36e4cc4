import Commands
import CommandKit
import Testing

struct ScriptTests {
  @Test func `the catalogue is not empty`() {
    #expect(!Catalog.teamsh.entries.isEmpty)
  }
}
