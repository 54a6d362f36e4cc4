import Foundation
package import Testing

/// Compares a text with the file of its name in `Snapshots`, beside the test's own file.
///
/// With `RECORD_SNAPSHOTS=1` the file is written instead, and the test fails, so that nobody takes a
/// recording for a proof.
package func expectSnapshot(
  _ text: String, named name: String, file: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Snapshots")
  let path = folder.appending(path: name)
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: path)
    Issue.record("Recorded \(name).", sourceLocation: sourceLocation)
    return
  }
  let recorded = try String(decoding: Data(contentsOf: path), as: UTF8.self)
  #expect(text == recorded, sourceLocation: sourceLocation)
}
