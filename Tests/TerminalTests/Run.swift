import Foundation
import TestSupport

/// A program that has run to its end without a terminal, and what it left.
struct Run {
  /// Its exit code, or 128 and the number of the signal that ended it.
  let code: Int32
  let output: String
  let errors: String

  /// Runs the shell.
  init(
    _ arguments: [String], in environment: [String: String], input: String? = nil
  ) throws {
    try self.init(
      program: Product.shell(), arguments: arguments, environment: environment, input: input)
  }

  /// Runs a line of the system's shell, in which `$teamsh` is ours.
  init(sh line: String, in environment: [String: String]) throws {
    var environment = environment
    environment["teamsh"] = try Product.shell()
    try self.init(
      program: "/bin/sh", arguments: ["-c", line], environment: environment, input: nil)
  }

  private init(
    program: String, arguments: [String], environment: [String: String], input: String?
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("teamsh-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["input", "output", "errors"].map { folder.appendingPathComponent($0) }
    for (file, text) in zip(files, [input ?? "", "", ""]) { try Data(text.utf8).write(to: file) }
    let handles = try [
      FileHandle(forReadingFrom: files[0]), FileHandle(forWritingTo: files[1]),
      FileHandle(forWritingTo: files[2]),
    ]
    let child = try ChildProcess(
      program, arguments, environment: environment, input: handles[0].fileDescriptor,
      output: handles[1].fileDescriptor, errors: handles[2].fileDescriptor)
    code = try child.waitForExit()
    output = String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
  }
}
