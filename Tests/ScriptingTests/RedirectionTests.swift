import CommandKit
import Foundation
import Output
import Scripting
import Testing

struct RedirectionTests {
  private let folder: TemporaryFolder
  private let session = ScriptSession()

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func `output becomes a file, and more output is added`() async throws {
    let file = folder.file("a b.txt")
    try await session.interpreter.run("f='\(file)'; echo 1 > $f; echo 2 >> $f; > \"$f.2\" echo 3")
    #expect(try folder.text(of: "a b.txt") == "1\n2\n")
    #expect(try folder.text(of: "a b.txt.2") == "3\n")
    #expect(session.output.text == "")
  }

  @Test(arguments: [">", ">>"])
  func `a failure leaves the old file`(sign: String) async throws {
    let file = try folder.write("old", to: "f")
    let error = await session.failure(of: "print-and-fail \(sign) \(file)")
    #expect(error?.underlying as? Refusal == Refusal(code: .failed))
    #expect(try folder.text(of: "f") == "old")
    #expect(try folder.files == ["f"])
  }

  @Test func `a file that cannot be made fails before the command runs`() async {
    let error = await session.failure(of: "echo x > \(folder.path)/none/f")
    #expect(error?.code == .outputFailed)
    #expect((error?.underlying as? SinkError)?.code == .noFolder)
    #expect(session.executor.lines.isEmpty)
  }

  @Test func `a file is the command's input`() async throws {
    let file = try folder.write("hello\n", to: "in")
    #expect(try await session.print("read - < \(file) | tr a-z A-Z") == "HELLO\n")
  }

  @Test func `a command may rewrite the file that it reads`() async throws {
    let file = try folder.write("hello\n", to: "f")
    try await session.interpreter.run("read - < \(file) > \(file)")
    #expect(try folder.text(of: "f") == "hello\n")
  }

  @Test func `a missing input fails before the command runs`() async throws {
    let error = await session.failure(of: "read < \(folder.file("none"))")
    guard case .unreadable = error?.code else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(session.executor.lines.isEmpty)
  }

  @Test func `programs inside an included file are redirected with it`() async throws {
    let script = try folder.write("echo a\n!echo b\necho c", to: "s.teamsh")
    try await session.interpreter.run("source \(script) > \(folder.file("out"))")
    #expect(try folder.text(of: "out") == "a\nb\nc\n")
  }

  @Test func `a full disk under a program's output is said as such`() async throws {
    let script = try folder.write("!echo b", to: "s.teamsh")
    let error = await session.failure(of: "source \(script) > /dev/full")
    #expect(error?.code == .outputFailed)
    #expect((error?.underlying as? SinkError)?.code == .noSpace)
  }
}
