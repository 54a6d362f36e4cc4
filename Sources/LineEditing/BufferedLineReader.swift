import Glibc
import Synchronization

/// Reads lines from a pipe or a file, 64 KiB at a time.
///
/// No prompt is shown. Notices go to standard error, each on its own line.
package final class BufferedLineReader: LineEditor {
  private static let blockSize = 64 << 10

  private let input: Int32
  private let lines = Mutex(LineSplitter())

  /// Makes a reader of a descriptor that someone else closes.
  package init(input: Int32 = 0) {
    self.input = input
  }

  package func read(_ prompt: String) async -> LineEvent {
    while true {
      if let line = lines.withLock({ $0.next() }) { return .line(line) }
      let block = await nextBlock()
      if block.isEmpty { return lines.withLock { $0.rest() }.map { .line($0) } ?? .eof }
      lines.withLock { $0.append(block) }
    }
  }

  package func post(_ notice: String) {
    Descriptor.write(notice + "\n", to: STDERR_FILENO)
  }

  private func nextBlock() async -> [UInt8] {
    let input = input
    return await withCheckedContinuation { continuation in
      do {
        try DedicatedThread.start {
          while true {
            if let block = Descriptor.read(Self.blockSize, from: input) {
              return continuation.resume(returning: block)
            }
            _ = Descriptor.wait(for: [(input, POLLIN)], milliseconds: -1)
          }
        }
      } catch {
        continuation.resume(returning: [])
      }
    }
  }
}
