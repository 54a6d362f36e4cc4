import CommandKit
import Foundation
import Output
import Scripting
import Testing

struct IncludeTests {
  private let folder: TemporaryFolder
  private let session = ScriptSession(isInteractive: true)

  init() throws {
    folder = try TemporaryFolder()
  }

  private func failure(ofFile path: String, _ arguments: [String] = []) async -> ScriptError? {
    do {
      try await session.interpreter.runFile(path, arguments: arguments)
      return nil
    } catch {
      return error as? ScriptError
    }
  }

  @Test func `a file has its own arguments and shares the variables`() async throws {
    try folder.write("echo $1 $#\nx=inner\n", to: "inner.teamsh")
    let main = try folder.write(
      "x=outer\nsource inner.teamsh 'a b' c\necho $1 $x", to: "main.teamsh")
    #expect(await failure(ofFile: main, ["top"]) == nil)
    #expect(session.output.text == "a b 2\ntop inner\n")
  }

  @Test func `paths start at the folder of the file that includes`() async throws {
    try folder.write("source ../c.teamsh; echo b", to: "sub/b.teamsh")
    try folder.write("echo c", to: "c.teamsh")
    let main = try folder.write(
      "source sub/b.teamsh\nsource \(folder.file("c.teamsh"))", to: "a.teamsh")
    #expect(await failure(ofFile: main) == nil)
    #expect(session.output.text == "c\nb\nc\n")
  }

  @Test func `a failure names the files that led to it`() async throws {
    let inner = try folder.write("\n\n  fail 5 x\n", to: "inner.teamsh")
    let middle = try folder.write("echo\nsource inner.teamsh", to: "middle.teamsh")
    let main = try folder.write("source middle.teamsh || fail 8", to: "main.teamsh")
    let error = await failure(ofFile: main)
    #expect(error?.location.source == main)
    let reported = try #require(session.reports.first)
    #expect(reported.underlying as? Refusal == Refusal(code: .notFound))
    #expect(reported.location.source == inner)
    #expect(reported.location.line == 3 && reported.location.column == 3)
    #expect(reported.includes.map(\.source) == [middle, main])
    #expect(reported.includes.map(\.line) == [2, 1])
  }

  @Test func `a syntax error in an included file names it too`() async throws {
    let inner = try folder.write("echo 'x", to: "inner.teamsh")
    let main = try folder.write("source inner.teamsh", to: "main.teamsh")
    let error = await failure(ofFile: main)
    #expect(error?.code == .unfinished(.singleQuote))
    #expect(error?.location.source == inner)
    #expect(error?.includes.map(\.source) == [main])
  }

  @Test func `a file that includes itself is stopped`() async throws {
    let main = try folder.write("source main.teamsh", to: "main.teamsh")
    let error = await failure(ofFile: main)
    #expect(error?.code == .tooDeep(limit: 32))
    #expect(error?.includes.count == 32)
  }

  @Test func `a missing file, a folder and a picture are told apart`() async throws {
    let missing = await failure(ofFile: folder.file("none"))
    guard case .unreadable(folder.file("none"), _) = missing?.code else {
      Issue.record("\(String(describing: missing))")
      return
    }
    guard case .unreadable(folder.path, _) = await failure(ofFile: folder.path)?.code else {
      Issue.record("A folder is no script.")
      return
    }
    let picture = folder.file("picture")
    try Data([0xFF, 0xD8, 0xFF]).write(to: URL(filePath: picture))
    #expect(await failure(ofFile: picture)?.code == .notText(path: picture))
  }

  @Test func `a byte order mark, Windows newlines and a first line for the system are fine`()
    async throws
  {
    let main = try folder.write("\u{FEFF}#!/usr/bin/env teamsh\r\necho a\r\n", to: "main.teamsh")
    #expect(await failure(ofFile: main) == nil)
    #expect(session.executor.commands == [["echo", "a"]])
  }

  @Test func `a file asks nobody`() async throws {
    try folder.write("a", to: "a.teamsh")
    try await session.interpreter.run("b\nsource \(folder.file("a.teamsh"))\nc")
    #expect(session.executor.interactivity == [true, true, false, true])
  }

  @Test func `the output of a file goes where the command's goes`() async throws {
    let main = try folder.write("echo a; !echo b", to: "a.teamsh")
    try await session.interpreter.run(
      "x=$(source \(main)); echo \"<$x>\"; source \(main) | tr a-z A-Z")
    #expect(session.output.text == "<a\nb>\nA\nB\n")
  }
}
