import Output
import Synchronization
import TestSupport
import Testing

@testable import CommandKit

struct ProgressTests {
  @Test(arguments: [
    (0, Int?.some(50), 2, "0 of 50 people"),
    (100, 200, 2, "100 of 200 people, 50 a second, 0:02 left"),
    (8, 200, 120, "8 of 200 people, 4 a minute, 48:00 left"),
    (200, 8000, 100, "200 of 8000 people, 2 a second, 1:05:00 left"),
    (300, nil, 3, "300 people, 100 a second"),
  ])
  func `what is done, how fast, and how long it still takes`(
    done: Int, total: Int?, seconds: Int, text: String
  ) {
    let estimate = ProgressEstimate(done: done, total: total, unit: "people")
    #expect(estimate.text(after: .seconds(seconds)) == text)
  }

  @Test func `the line appears after a second, changes now and then, and is taken away`() {
    let clock = InstantClock()
    let sink = BufferSink(isTerminal: true, columns: 20)
    let line = ProgressLine("rows", of: 100, on: sink, clock: clock)
    line.advance(by: 10)
    #expect(sink.text.isEmpty)
    clock.advance(by: .seconds(1))
    line.advance(by: 10)
    #expect(sink.text == "\r\u{1B}[K20 of 100 rows, 20 ")
    clock.advance(by: .milliseconds(100))
    line.advance(by: 10)
    #expect(sink.text == "\r\u{1B}[K20 of 100 rows, 20 ")
    line.end()
    #expect(sink.text == "\r\u{1B}[K20 of 100 rows, 20 \r\u{1B}[K")
  }

  @Test func `for a screen reader it is a line that stays, and another every half a minute`() {
    let clock = InstantClock()
    let sink = BufferSink(isTerminal: true, columns: 20)
    let line = ProgressLine("rows", of: 100, on: sink, isAccessible: true, clock: clock)
    clock.advance(by: .seconds(1))
    line.advance(by: 10)
    let first = "Working: 10 of 100 rows, 10 a second, 0:09 left\n"
    #expect(sink.text == first)
    clock.advance(by: .seconds(29))
    line.advance(by: 20)
    #expect(sink.text == first)
    clock.advance(by: .seconds(1))
    line.advance(by: 1)
    #expect(sink.text == first + "Working: 31 of 100 rows, 1 a second, 1:09 left\n")
    line.end()
    #expect(!sink.text.contains("\u{1B}"))
  }

  @Test func `a gauge that stands still shows how the pace falls`() async throws {
    let clock = InstantClock()
    let sink = WatchedSink(isTerminal: true)
    let line = ProgressLine("MB", of: 10, on: sink, clock: clock)
    let gauge = Mutex(0)
    let following = Task { await line.follow { gauge.withLock { $0 } } }
    gauge.withLock { $0 = 4 }
    let texts = [
      (2, "4 of 10 MB, 2 a second, 0:03 left"), (6, "4 of 10 MB, 40 a minute, 0:09 left"),
    ]
    for (seconds, text) in texts {
      clock.advance(by: .seconds(seconds) - clock.now.offset)
      while !sink.text.contains(text) { await Task.yield() }
    }
    following.cancel()
    await following.value
  }

  @Test func `a job that was never shown leaves nothing to take away`() {
    let sink = BufferSink(isTerminal: true, columns: 20)
    let line = ProgressLine("rows", of: nil, on: sink, clock: InstantClock())
    line.advance(by: 10)
    line.end()
    #expect(sink.text.isEmpty)
  }

  /// Whether a job is shown, by who is there and where its output goes.
  @Test(arguments: [
    (true, true, false, true), (true, false, true, true), (true, false, false, false),
    (false, true, false, false), (false, false, true, false),
  ])
  func `only a person at a terminal is shown it, and no pipe`(
    isInteractive: Bool, isTerminal: Bool, isFile: Bool, isShown: Bool
  ) async throws {
    let session = try TestSession { $0.areErrorsSeen = true }
    let call = Call(
      command: "x", effect: .reads, permissions: .none,
      io: CommandIO(
        output: Place(isTerminal: isTerminal, isFile: isFile), isInteractive: isInteractive))
    let shown = await Session(workspace: session.workspace, call: call)
      .showingProgress("rows", of: nil) { $0 != nil }
    #expect(shown == isShown)
  }

  /// Somewhere that output may go.
  private struct Place: Sink {
    let isTerminal: Bool
    let isFile: Bool
    let columns = 80

    func write(_ text: String) throws(SinkError) {}
  }
}
