import Foundation
import Testing

struct EscapeHatchTests {
  @Test func `the module escapes the compiler nowhere`() throws {
    let sources = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().appendingPathComponent("../../Sources/LineEditing")
      .resolvingSymlinksInPath()
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var count = 0
    var read = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      read += 1
      for hatch in ["@unchecked", "nonisolated(unsafe)", "unsafeBitCast"] {
        count += text.components(separatedBy: hatch).count - 1
      }
    }
    #expect(read > 20)
    #expect(count == 0)
  }
}
