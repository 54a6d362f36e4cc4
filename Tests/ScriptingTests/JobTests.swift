import CommandKit
import Output
import Testing

@testable import Scripting

struct JobTests {
  private let session = ScriptSession()

  private var table: JobTable { session.interpreter.jobs }

  /// What a job printed, and what it failed with.
  private func collected(_ number: Int) async throws -> (String, (any Error)?) {
    await table.wait(for: number)
    let sink = BufferSink()
    let failure = try table.collect(number, output: sink, errors: sink)
    return (sink.text, failure)
  }

  @Test func `a job keeps what it prints, and what it changes`() async throws {
    try await session.interpreter.run("x=1; for y in a b; x=2; echo $x$y; end & n=$!; echo $x$n")
    let (text, failure) = try await collected(1)
    #expect(text == "2a\n2b\n")
    #expect(failure == nil)
    #expect(session.output.text == "11\n")
    #expect(table.jobs.isEmpty)
  }

  @Test(arguments: [
    ("false && echo no || echo yes &", "yes\n"), ("for x in 1\n!echo out\nend &", "out\n"),
  ])
  func `a chain and a program are one job`(line: String, text: String) async throws {
    try await session.interpreter.run(line)
    #expect(try await collected(1).0 == text)
  }

  @Test func `a job says how it stands, and has the text that was typed`() async throws {
    let (started, starting) = AsyncStream<Void>.makeStream()
    session.executor.whenHanging { starting.finish() }
    try await session.interpreter.run("hang 'a b' && x & fail 5 &")
    for await _ in started {}
    await table.wait(for: 2)
    #expect(table.jobs.map(\.text) == ["hang 'a b' && x", "fail 5"])
    #expect(table.jobs.map(\.state) == ["running", "failed (5)"])
    #expect(table.runningCount == 1)
    table.cancel(1)
    let (_, failure) = try await collected(1)
    #expect(failure as? CommandError == CommandError(.jobEnded(1)))
    let (_, refusal) = try await collected(2)
    #expect((refusal as? ScriptError)?.underlying as? Refusal == Refusal(code: .notFound))
  }

  @Test func `a job asks nobody and reads nothing`() async throws {
    let session = ScriptSession(isInteractive: true)
    try await session.interpreter.run("read - &")
    await session.interpreter.jobs.wait(for: 1)
    #expect(session.executor.interactivity == [false])
    #expect(session.errors.text == "[1] running  read -\n")
  }

  @Test func `a script waits for its jobs, shows them in order, and fails as the first did`()
    async throws
  {
    try await session.interpreter.run("echo a & fail 4 & fail 7 & echo b &")
    let error = await #expect(throws: ScriptError.self) {
      try await session.interpreter.finishJobs()
    }
    #expect(error?.underlying as? Refusal == Refusal(code: .permission))
    #expect(session.output.text == "a\nb\n")
    #expect(session.reports.map { $0.underlying as? Refusal } == [Refusal(code: .network)])
    #expect(table.jobs.isEmpty)
  }

  @Test func `a job that exits ends alone, with its code`() async throws {
    try await session.interpreter.run("exit 3 & echo on")
    let (_, failure) = try await collected(1)
    #expect(failure as? SilentFailure == SilentFailure(code: .signIn))
    #expect(session.output.text == "on\n")
  }

  @Test func `more jobs than may are refused`() async {
    let words = (1...21).map { "hang \($0) &" }.joined(separator: " ")
    let error = await session.failure(of: words)
    #expect(error?.code == .tooManyJobs(limit: 20))
    await table.endAll()
    #expect(table.runningCount == 0)
  }

  @Test func `whoever waits is not told`() async throws {
    let (told, telling) = AsyncStream<JobStatus>.makeStream()
    table.whenOneEnds { telling.yield($0) }
    try await session.interpreter.run("echo a &")
    for await status in told {
      #expect(status.state == "done")
      break
    }
    #expect(table.brief(1, lines: 3)?.output == "a\n")
    #expect(table.jobs.isEmpty)
  }

  @Test func `whoever stopped waiting is told after all`() async throws {
    let (told, telling) = AsyncStream<JobStatus>.makeStream()
    table.whenOneEnds { telling.yield($0) }
    try await session.interpreter.run("hang &")
    let waiting = Task { await table.wait(for: 1) }
    waiting.cancel()
    await waiting.value
    table.cancel(1)
    for await status in told {
      #expect(status.state == "ended")
      break
    }
  }

  @Test func `whoever leaves waits no longer for jobs than may be`() async throws {
    let (ending, end) = AsyncStream<Void>.makeStream()
    let stubborn = table.start("stubborn", output: JobOutput(), errors: JobOutput()) { _ in
      .failed
    } run: {
      // Cancelling the job leaves this task alone.
      await Task { for await _ in ending {} }.value
    }
    #expect(stubborn == 1)
    await table.endAll(within: .milliseconds(1))
    #expect(table.runningCount == 1)
    end.finish()
    await table.wait(for: 1)
    #expect(table.runningCount == 0)
  }

  @Test func `much output is kept whole, and is none to show at once`() async throws {
    let line = String(repeating: "x", count: 100_000)
    try await session.interpreter.run("echo \(line) & echo \(line) \(line) &")
    await table.wait(for: 1)
    #expect(table.brief(1, lines: 3) == nil)
    #expect(try await collected(1).0 == line + "\n")
    #expect(try await collected(2).0 == "\(line) \(line)\n")
  }
}
