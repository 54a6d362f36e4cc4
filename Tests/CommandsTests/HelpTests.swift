import CommandKit
import Commands
import TestSupport
import Testing

/// What `--help` shows, word for word: a change of a declaration is seen where it is read.
struct HelpTests {
  @Test(arguments: Catalog.names)
  func `the help of a command`(name: String) throws {
    try expectSnapshot(HelpPage(try Catalog.entry(name), in: .teamsh).text, named: "\(name).txt")
  }
}
