import Foundation
import Scripting
import Testing

struct DocumentationTests {
  @Test func `the example in the documentation is a script`() throws {
    // Tests/ScriptingTests/<this file> lies three levels below the package.
    let root = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appending(path: "Documentation/Scripting.md"), encoding: .utf8)
    let blocks = page.components(separatedBy: "```teamsh\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    #expect(!blocks.isEmpty)
    for block in blocks {
      #expect(throws: Never.self) { try Script(parsing: block) }
    }
  }
}
