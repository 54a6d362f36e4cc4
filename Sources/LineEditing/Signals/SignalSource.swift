internal import CEditline
import Glibc
import Synchronization

/// The one place where signals arrive.
///
/// The handler writes a byte into a pipe; a thread of its own takes it out and hands the signal on.
/// While a line is being read the reader claims what concerns it: Ctrl-C then drops the line, and
/// the streams hear nothing of it. One source a process.
package final class SignalSource: Sendable {
  private let receivers = Receivers()
  private let caught: [Signal]
  private let writeEnd: Int32

  /// Starts to catch signals.
  package init(_ signals: [Signal] = Signal.allCases) throws(LineEditingError) {
    let pipe = try WakePipe()
    let receivers = receivers
    caught = signals
    writeEnd = pipe.writeEnd
    try DedicatedThread.start {
      while true {
        _ = Descriptor.wait(for: [(pipe.readEnd, POLLIN)], milliseconds: -1)
        guard let bytes = Descriptor.read(64, from: pipe.readEnd) else { continue }
        guard !bytes.isEmpty else { break }
        for byte in bytes {
          if let signal = Signal(number: Int32(byte)) { receivers.deliver(signal) }
        }
      }
      _ = close(pipe.readEnd)
    }
    teamsh_signal_set_pipe(writeEnd)
    for signal in signals { _ = teamsh_signal_catch(signal.number) }
  }

  deinit {
    for signal in caught { _ = teamsh_signal_release(signal.number) }
    teamsh_signal_set_pipe(-1)
    _ = close(writeEnd)
  }

  /// The signals from now on, until the stream's reader stops.
  package func signals() -> AsyncStream<Signal> {
    let receivers = receivers
    return AsyncStream { continuation in
      let key = receivers.add { continuation.yield($0) }
      continuation.onTermination = { _ in receivers.remove(key) }
    }
  }

  /// Says what is done around a stop that comes while nobody reads.
  ///
  /// - Parameters:
  ///   - before: Gives the terminal back.
  ///   - after: Takes it again.
  func whenStopped(before: @escaping @Sendable () -> Void, after: @escaping @Sendable () -> Void) {
    receivers.whenStopped(before: before, after: after)
  }

  /// Stops the process until somebody continues it.
  static func stop() {
    teamsh_signal_stop()
  }

  /// Asks all programs in the foreground to stop, this one included, as a terminal does at Ctrl-Z.
  static func stopGroup() {
    _ = kill(0, SIGTSTP)
  }

  /// Gives the terminal's signals to a reader; `nil` gives them back to the streams.
  package func claim(_ receive: (@Sendable (Signal) -> Void)?) {
    receivers.claim(receive)
  }
}

/// Who is told of a signal.
private final class Receivers: Sendable {
  private struct State {
    var claimant: (@Sendable (Signal) -> Void)?
    var beforeStop: @Sendable () -> Void = {}
    var afterStop: @Sendable () -> Void = {}
    /// By key; a list, for there are two at most.
    var others: [(key: Int, receive: @Sendable (Signal) -> Void)] = []
    var nextKey = 0
    /// A signal to end, once one came: the next read must end even if it began after that.
    var ending: Signal?
  }

  private let state = Mutex(State())

  func add(_ receive: @escaping @Sendable (Signal) -> Void) -> Int {
    state.withLock {
      $0.nextKey += 1
      $0.others.append(($0.nextKey, receive))
      return $0.nextKey
    }
  }

  func remove(_ key: Int) {
    state.withLock { $0.others.removeAll { $0.key == key } }
  }

  func claim(_ receive: (@Sendable (Signal) -> Void)?) {
    let ending = state.withLock {
      $0.claimant = receive
      return $0.ending
    }
    if let ending { receive?(ending) }
  }

  func whenStopped(before: @escaping @Sendable () -> Void, after: @escaping @Sendable () -> Void) {
    state.withLock {
      $0.beforeStop = before
      $0.afterStop = after
    }
  }

  /// Stops, with the terminal given back meanwhile; a reader does it by itself.
  private func stop() {
    let (claimant, before, after) = state.withLock { ($0.claimant, $0.beforeStop, $0.afterStop) }
    if let claimant { return claimant(.stop) }
    before()
    SignalSource.stop()
    after()
  }

  func deliver(_ signal: Signal) {
    if signal == .stop { return stop() }
    let (claimant, others) = state.withLock {
      if signal == .terminate || signal == .hangUp { $0.ending = signal }
      return ($0.claimant, $0.others)
    }
    claimant?(signal)
    if signal == .interrupt, claimant != nil { return }
    for other in others { other.receive(signal) }
  }
}
