import Testing

@testable import Transport

/// Who waits and who is resumed, decided without curl or threads.
struct CurlLoopStateMachineTests {
  private typealias Machine = CurlLoop.StateMachine<String, String>

  /// A machine whose thread has taken one request.
  private func running() -> (machine: Machine, id: CurlLoop.RequestID) {
    var machine = Machine()
    let id = machine.announce()
    _ = machine.submit(id, "request", "waiter")
    _ = machine.takeWork()
    return (machine, id)
  }

  @Test func `the first request starts the thread, the second wakes it`() {
    var machine = Machine()
    let first = machine.announce()
    let second = machine.announce()
    guard case .startThread = machine.submit(first, "a", "A") else {
      Issue.record("the thread was not started")
      return
    }
    guard case .wakeThread = machine.submit(second, "b", "B") else {
      Issue.record("the thread was not woken")
      return
    }
    let work = machine.takeWork()
    #expect(work.additions.map(\.request) == ["a", "b"])
    #expect(work.removals.isEmpty)
    #expect(!work.mustEnd)
    #expect(machine.takeWork().additions.isEmpty)
  }

  @Test func `an answer resumes its waiter once`() {
    var (machine, id) = running()
    #expect(machine.finish(id) == "waiter")
    #expect(machine.finish(id) == nil)
    guard case .none = machine.cancel(id) else {
      Issue.record("a finished request was cancelled")
      return
    }
  }

  @Test func `cancelling a running request hands its waiter out before the thread knows`() {
    var (machine, id) = running()
    guard case .resumeAndWake("waiter", hasLeft: false) = machine.cancel(id) else {
      Issue.record("the waiter was not resumed")
      return
    }
    guard case .none = machine.cancel(id) else {
      Issue.record("the waiter was handed out twice")
      return
    }
    #expect(machine.finish(id) == nil)
    #expect(machine.takeWork().removals == [id])
    #expect(machine.takeWork().removals.isEmpty)
  }

  @Test func `a request that has left may have arrived, and a cancelled one does not leave`() {
    var (machine, id) = running()
    #expect(machine.leave(id) == true)
    guard case .resumeAndWake("waiter", hasLeft: true) = machine.cancel(id) else {
      Issue.record("a request that has left was called unsent")
      return
    }
    #expect(machine.leave(id) == false)
  }

  @Test func `a request cancelled in the inbox never reaches the thread`() {
    var machine = Machine()
    let id = machine.announce()
    _ = machine.submit(id, "a", "A")
    guard case .resume("A") = machine.cancel(id) else {
      Issue.record("the waiter was not resumed")
      return
    }
    let work = machine.takeWork()
    #expect(work.additions.isEmpty)
    #expect(work.removals.isEmpty)
  }

  @Test func `a request cancelled before it was submitted is refused`() {
    var machine = Machine()
    let id = machine.announce()
    _ = machine.cancel(id)
    guard case .refuse("A") = machine.submit(id, "a", "A") else {
      Issue.record("the request was taken")
      return
    }
    #expect(machine.takeWork().additions.isEmpty)
  }

  @Test func `stopping hands out all who wait, and takes nobody new`() {
    var (machine, id) = running()
    let queued = machine.announce()
    let late = machine.announce()
    _ = machine.submit(queued, "b", "B")
    #expect(machine.leave(id) == true)
    let stopped = Dictionary(uniqueKeysWithValues: machine.stop().map { ($0.waiter, $0.hasLeft) })
    #expect(stopped == ["waiter": true, "B": false])
    #expect(machine.leave(id) == false)
    #expect(machine.takeWork().mustEnd)
    #expect(machine.finish(id) == nil)
    guard case .refuse("C") = machine.submit(late, "c", "C") else {
      Issue.record("a stopped machine took a request")
      return
    }
  }

  @Test func `a thread that could not start is tried again`() {
    var (machine, _) = running()
    #expect(machine.loseThread() == ["waiter"])
    guard case .startThread = machine.submit(machine.announce(), "b", "B") else {
      Issue.record("no thread was started")
      return
    }
  }
}
