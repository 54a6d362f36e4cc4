import Testing

@testable import LineEditing

/// When notices may interrupt, by a clock that the test sets.
struct NoticeQueueTests {
  private let start = ContinuousClock.now

  private func after(_ milliseconds: Int) -> ContinuousClock.Instant {
    start.advanced(by: .milliseconds(milliseconds))
  }

  @Test func `the first is shown at once, and a burst behind it together`() {
    var queue = NoticeQueue()
    queue.add(["one"])
    #expect(queue.due(at: start, style: .line, isFree: true) == ["one"])
    queue.add(["two"])
    queue.add(["three"])
    #expect(queue.due(at: after(40), style: .line, isFree: true).isEmpty)
    #expect(queue.wait(at: after(40), style: .line, isFree: true) == .milliseconds(60))
    #expect(queue.due(at: after(100), style: .line, isFree: true) == ["two", "three"])
    #expect(queue.wait(at: after(100), style: .line, isFree: true) == nil)
  }

  @Test func `while something else has the attention they wait for as long as it takes`() {
    var queue = NoticeQueue()
    queue.add(["one"])
    #expect(queue.due(at: start, style: .line, isFree: false).isEmpty)
    #expect(queue.wait(at: start, style: .line, isFree: false) == nil)
    #expect(queue.due(at: after(1), style: .line, isFree: true) == ["one"])
  }

  @Test(arguments: [(NoticeStyle.count, String?.some("2 notices wait")), (.off, nil), (.line, nil)])
  func `their number is shown where that is wanted`(style: NoticeStyle, remark: String?) {
    var queue = NoticeQueue()
    #expect(queue.remark(style: style) == nil)
    queue.add(["one", "two"])
    #expect(queue.remark(style: style) == remark)
    if style != .line {
      #expect(queue.due(at: after(1000), style: style, isFree: true).isEmpty)
      #expect(queue.wait(at: start, style: style, isFree: true) == nil)
    }
    #expect(queue.takeAll() == ["one", "two"])
    #expect(queue.count == 0)
  }
}
