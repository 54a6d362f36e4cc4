import Synchronization

/// A closed door that tasks wait at until a test opens it, and that tells the test who has come.
package final class Gate: Sendable {
  private typealias Waiter = CheckedContinuation<Bool, Never>

  private struct State {
    var isOpen = false
    var lastNumber = 0
    var withdrawn: Set<Int> = []
    var waiters: [Int: Waiter] = [:]
    var arrivals = 0
    var watchers: [(count: Int, waiter: CheckedContinuation<Void, Never>)] = []
  }

  private let state = Mutex(State())

  package init() {}

  /// Lets through all who wait, and all who come later.
  package func open() {
    let waiters = state.withLock { state in
      state.isOpen = true
      defer { state.waiters = [:] }
      return Array(state.waiters.values)
    }
    for waiter in waiters { waiter.resume(returning: true) }
  }

  /// Waits until so many have come to the gate.
  package func arrival(of count: Int = 1) async {
    await withCheckedContinuation { waiter in
      let isThere = state.withLock { state in
        guard state.arrivals < count else { return true }
        state.watchers.append((count, waiter))
        return false
      }
      if isThere { waiter.resume() }
    }
  }

  /// Waits until the gate is open; false when the task is cancelled before.
  package func pass() async -> Bool {
    let number = state.withLock { state in
      state.lastNumber += 1
      return state.lastNumber
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { waiter in
        enter(number, waiter)
      }
    } onCancel: {
      let waiter = state.withLock { state in
        if state.waiters[number] == nil { state.withdrawn.insert(number) }
        return state.waiters.removeValue(forKey: number)
      }
      waiter?.resume(returning: false)
    }
  }

  private func enter(_ number: Int, _ waiter: Waiter) {
    let (answer, watchers) = state.withLock { state in
      state.arrivals += 1
      let satisfied = state.watchers.filter { $0.count <= state.arrivals }
      state.watchers.removeAll { $0.count <= state.arrivals }
      if state.isOpen { return (Bool?.some(true), satisfied) }
      if state.withdrawn.contains(number) { return (false, satisfied) }
      state.waiters[number] = waiter
      return (nil, satisfied)
    }
    if let answer { waiter.resume(returning: answer) }
    for watcher in watchers { watcher.waiter.resume() }
  }
}
