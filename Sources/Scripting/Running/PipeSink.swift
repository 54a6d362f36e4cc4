import Output
import Synchronization
import SystemPackage

/// Feeds a program's standard input.
///
/// A write waits on its thread while the program is not ready to read, as a write to a pipe does: a list
/// of 100,000 people is not fetched for a pager that shows the first page.
final class PipeSink: Sink {
  let isTerminal = false
  let columns = 80
  private let state: Mutex<State>

  private struct State {
    var descriptor: FileDescriptor?
    var isStopped = false
    var hasRefused = false
  }

  /// - Parameter descriptor: The pipe's write end; it is closed by ``close()``.
  init(_ descriptor: FileDescriptor) {
    descriptor.makeNonBlocking()
    state = Mutex(State(descriptor: descriptor))
  }

  /// Whether a write was refused because the program had seen enough.
  var hasRefused: Bool { state.withLock { $0.hasRefused } }

  /// Makes writes fail from now on, the one that waits at this moment too.
  func stop() {
    state.withLock { $0.isStopped = true }
  }

  /// Tells the program that nothing more comes.
  func close() {
    let descriptor = state.withLock { state in
      defer { state.descriptor = nil }
      return state.descriptor
    }
    try? descriptor?.close()
  }

  func write(_ text: String) throws(SinkError) {
    try write(bytes: Array(text.utf8))
  }

  func write(bytes: [UInt8]) throws(SinkError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let (descriptor, isStopped) = state.withLock { ($0.descriptor, $0.isStopped) }
      guard let descriptor, !isStopped else { throw refusal(.brokenPipe) }
      do throws(Errno) {
        rest = rest.dropFirst(try descriptor.writeSome(rest))
      } catch .resourceTemporarilyUnavailable {
        descriptor.waitUntilWritable()
      } catch {
        throw refusal(error)
      }
    }
  }

  private func refusal(_ reason: Errno) -> SinkError {
    state.withLock { $0.hasRefused = true }
    return SinkError(
      code: reason == .brokenPipe ? .closedPipe : .failed, reason: reason.description)
  }
}
