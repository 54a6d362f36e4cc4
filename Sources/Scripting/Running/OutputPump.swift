import Dispatch
import Glibc
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
  private let ending: AsyncStream<Void>

  /// Starts to read.
  ///
  /// - Parameter descriptor: The pipe's read end; it is closed when the last writer has gone.
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

  /// Returns when everything has been handed on, or the task was cancelled.
  func finish() async {
    for await _ in ending {}
  }

  /// Stops reading, whether or not someone still holds the other end.
  func stop() {
    isStopped.store(true, ordering: .relaxed)
  }

  private func pump() {
    defer { try? descriptor.close() }
    while !isStopped.load(ordering: .relaxed) {
      do throws(Errno) {
        let piece = try descriptor.readSome()
        guard !piece.isEmpty else { return }
        // Who will not take it has said so to the program too: its next write finds the pipe closed.
        guard (try? sink.write(bytes: piece)) != nil else { return }
      } catch .resourceTemporarilyUnavailable {
        descriptor.wait(for: POLLIN)
      } catch .interrupted {
        continue
      } catch {
        return
      }
    }
  }
}
