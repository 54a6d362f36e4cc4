import Foundation
import Output
import Testing

/// A folder of its own for one test.
private func withFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path())
}

private func content(of path: String) throws -> String {
  try String(contentsOfFile: path, encoding: .utf8)
}

private func put(_ text: String, at path: String, mode: Int) throws {
  try text.write(toFile: path, atomically: false, encoding: .utf8)
  try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
}

@Test(arguments: [(FileSink.Mode.replace, "new"), (.append, "oldnew")])
func `a file changes on commit and not before`(mode: FileSink.Mode, expected: String) throws {
  try withFolder { folder in
    let path = folder + "/list.csv"
    try put("old", at: path, mode: 0o640)
    let sink = try FileSink(path: path, mode: mode)
    try sink.write("n")
    try sink.write(bytes: Array("ew".utf8))
    #expect(try content(of: path) == "old")
    try sink.commit()
    #expect(try content(of: path) == expected)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["list.csv"])
  }
}

@Test(arguments: [FileSink.Mode.replace, .append])
func `without a commit the old file is left and nothing else`(mode: FileSink.Mode) throws {
  try withFolder { folder in
    let path = folder + "/list.csv"
    try put("old", at: path, mode: 0o644)
    let discarded = try FileSink(path: path, mode: mode)
    try discarded.write("new")
    discarded.discard()
    try FileSink(path: path, mode: mode).write("forgotten")
    #expect(try content(of: path) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["list.csv"])
  }
}

@Test(arguments: [FileSink.Mode.replace, .append])
func `a new file appears on commit`(mode: FileSink.Mode) throws {
  try withFolder { folder in
    let sink = try FileSink(path: folder + "/new", mode: mode)
    try sink.write("text")
    #expect(!FileManager.default.fileExists(atPath: folder + "/new"))
    try sink.commit()
    #expect(try content(of: folder + "/new") == "text")
  }
}

@Test func `a symbolic link stays and its target is replaced`() throws {
  try withFolder { folder in
    try put("old", at: folder + "/target", mode: 0o644)
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/link", withDestinationPath: "target")
    let sink = try FileSink(path: folder + "/link")
    try sink.write("new")
    try sink.commit()
    #expect(try content(of: folder + "/target") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link") == "target")
  }
}

@Test(arguments: [("/missing/x", SinkError.Code.noFolder), ("", .isFolder), ("/file/x", .noFolder)])
func `a place that cannot hold the file is refused at once`(
  suffix: String, code: SinkError.Code
) throws {
  try withFolder { folder in
    try put("", at: folder + "/file", mode: 0o644)
    let error = try #require(throws: SinkError.self) { _ = try FileSink(path: folder + suffix) }
    #expect(error.code == code)
    #expect(error.path == folder + suffix)
  }
}

@Test func `a device is written directly`() throws {
  let sink = try FileSink(path: "/dev/null")
  try sink.write("x")
  try sink.commit()
  let full = try FileSink(path: "/dev/full")
  let error = try #require(throws: SinkError.self) { try full.write("x") }
  #expect(error.code == .noSpace)
  #expect(error.path == "/dev/full")
}

@Test func `writing after the commit is an error`() throws {
  try withFolder { folder in
    let sink = try FileSink(path: folder + "/x")
    try sink.commit()
    #expect(throws: SinkError.self) { try sink.write("late") }
  }
}
