import Foundation
import Output
import Testing

@Test func `a pipe whose reader left is an error of its own`() throws {
  Console.ignoreClosedPipes()
  let pipe = Pipe()
  try pipe.fileHandleForReading.close()
  let sink = DescriptorSink(
    descriptor: pipe.fileHandleForWriting.fileDescriptor, environment: [:])
  let error = try #require(throws: SinkError.self) { try sink.write("x") }
  #expect(error.code == .closedPipe)
}

@Test func `a full disk is told apart`() throws {
  let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
  let sink = DescriptorSink(descriptor: full.fileDescriptor, environment: [:])
  let error = try #require(throws: SinkError.self) { try sink.write("x") }
  #expect(error.code == .noSpace)
}

@Test func `a slow reader of a non-blocking pipe gets everything`() async throws {
  let pipe = Pipe()
  let descriptor = pipe.fileHandleForWriting.fileDescriptor
  _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
  let text = String(repeating: "0123456789", count: 100_000)
  let received = await withCheckedContinuation { continuation in
    Thread.detachNewThread {
      continuation.resume(returning: try? pipe.fileHandleForReading.readToEnd())
    }
    #expect(throws: Never.self) {
      try DescriptorSink(descriptor: descriptor, environment: [:]).write(text)
      try pipe.fileHandleForWriting.close()
    }
  }
  #expect(received == Data(text.utf8))
}

@Test(arguments: [
  ([:], false), (["CLICOLOR_FORCE": "1"], true), (["CLICOLOR_FORCE": "0"], false),
  (["CLICOLOR_FORCE": ""], false), (["CLICOLOR": "0", "CLICOLOR_FORCE": "1"], true),
  (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
  (["CLICOLOR_FORCE": "1", "NO_COLOR": ""], true), (["TERM": "xterm"], false),
])
func `colour in a pipe is as the environment says`(
  environment: [String: String], isColored: Bool
) {
  let pipe = Pipe()
  let sink = DescriptorSink(
    descriptor: pipe.fileHandleForWriting.fileDescriptor, environment: environment)
  #expect(sink.usesColor == isColored)
  #expect(!sink.isTerminal)
}

@Test(arguments: [
  ([:], 80), (["COLUMNS": "132"], 132), (["COLUMNS": "x"], 80), (["COLUMNS": "0"], 80),
])
func `the width without a terminal is that of the environment`(
  environment: [String: String], columns: Int
) {
  let pipe = Pipe()
  let sink = DescriptorSink(
    descriptor: pipe.fileHandleForWriting.fileDescriptor, environment: environment)
  #expect(sink.columns == columns)
}
