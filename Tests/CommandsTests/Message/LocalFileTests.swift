import CommandKit
import Foundation
import TestSupport
import Testing

@testable import Commands

/// Files that are to go with a message, looked at before anything is sent.
struct LocalFileTests {
  private func fault(
    _ path: String, limit: Int = 100
  ) -> CommandError.FileFault? {
    do throws(CommandError) {
      _ = try LocalFile(path: path, limit: limit)
      return nil
    } catch {
      guard case .file(let fault, path) = error.code else { return nil }
      return fault
    }
  }

  @Test func `what cannot be sent is told, each in its way`() throws {
    let home = try TemporaryHome()
    #expect(fault(home.file("none.txt")) == .missing)
    #expect(fault(home.path) == .folder)
    #expect(fault("/dev/null") == .special)
    #expect(fault(try home.write("", to: "empty.txt")) == .empty)
    #expect(
      fault(try home.write("12345", to: "long.txt"), limit: 4) == .tooLarge(size: 5, limit: 4))
    #expect(fault(try home.write("12345", to: "fits.txt"), limit: 5) == nil)
  }

  @Test func `a file that is written to meanwhile has changed`() throws {
    let home = try TemporaryHome()
    let path = try home.write("first", to: "a.txt")
    let file = try LocalFile(path: path, limit: 100)
    #expect(try file.bytes(1..<3) == Array("ir".utf8))
    try file.requireUnchanged()
    _ = try home.write("second", to: "a.txt")
    #expect(throws: CommandError(.file(.changed, path: path))) { try file.requireUnchanged() }
    _ = try home.write("s", to: "a.txt")
    #expect(throws: CommandError(.file(.changed, path: path))) { try file.bytes(0..<5) }
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: CommandError(.file(.gone, path: path))) { try file.requireUnchanged() }
    #expect(throws: CommandError(.file(.gone, path: path))) { try file.bytes(0..<5) }
  }

  @Test(
    arguments: [
      ("Plan.txt", "Plan.txt"), ("a:b?.txt", "a_b_.txt"), (" x. ", "x"),
      ("#1 50%.txt", "#1 50%.txt"), ("a\u{1}b\r\n\u{7F}", "a_b__"), ("...", "file"),
    ])
  func `a name that SharePoint refuses is made one that it takes`(
    name: String, stored: String
  ) throws {
    let home = try TemporaryHome()
    let file = try LocalFile(path: try home.write("x", to: name), limit: 100)
    #expect(file.storedName == stored)
  }
}
