import Dispatch
import Output
import Synchronization
import SystemPackage

/// Hands what a program prints on to a sink.
///
/// It has a thread of its own: the command that feeds the program may be waiting for it on the only
/// thread that tasks have, and the program for this one.
final class OutputPump: Sendable {
  private let descriptor: FileDescriptor
  private let sink: any Sink
  private let isStopped = Atomic<Bool>(false)
  private let failure = Mutex<SinkError?>(nil)
  private let ending: AsyncStream<Void>

  /// Starts to read.
  ///
  /// - Parameters:
  ///   - descriptor: The pipe's read end; it is closed when the last writer has gone.
  ///   - sink: What takes the output.
  init(from descriptor: FileDescriptor, to sink: any Sink) {
    self.descriptor = descriptor
    self.sink = sink
    let (stream, continuation) = AsyncStream<Void>.makeStream()
    ending = stream
    descriptor.makeNonBlocking()
    DispatchQueue(label: "teamsh.program-output").async { [self] in
      pump()
      continuation.finish()
    }
  }

  /// Returns when everything has been handed on, or the task was cancelled; throws what the sink refused with.
  func finish() async throws(SinkError) {
    for await _ in ending {}
    if let failure = failure.withLock({ $0 }) { throw failure }
  }

  /// Stops reading, whether or not someone still holds the other end.
  func stop() {
    isStopped.store(true, ordering: .relaxed)
  }

  private func handOn(_ piece: [UInt8]) -> Bool {
    do throws(SinkError) {
      try sink.write(bytes: piece)
      return true
    } catch {
      failure.withLock { $0 = error }
      return false
    }
  }

  private func pump() {
    defer { try? descriptor.close() }
    while !isStopped.load(ordering: .relaxed) {
      do throws(Errno) {
        let piece = try descriptor.readSome()
        guard !piece.isEmpty else { return }
        // A refusal reaches the program too: its next write finds the pipe closed.
        guard handOn(piece) else { return }
      } catch .resourceTemporarilyUnavailable {
        descriptor.waitUntilReadable()
      } catch {
        return
      }
    }
  }
}
