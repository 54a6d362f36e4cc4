internal import CEditline
import Glibc

/// Plain reading, writing and waiting on file descriptors.
enum Descriptor {
  /// Writes a text whole; a terminal that is gone is not an error, since the next read will say so.
  static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EAGAIN {
        _ = wait(for: [(descriptor, POLLOUT)], milliseconds: 1000)
      } else if errno != EINTR {
        return
      }
    }
  }

  /// Reads what is there, at most a number of bytes.
  ///
  /// - Returns: The bytes, empty at the end of the input; `nil` when nothing came after all.
  static func read(_ limit: Int, from descriptor: Int32) -> [UInt8]? {
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      let got = unsafe Glibc.read(descriptor, buffer.baseAddress, limit)
      failure = got < 0 ? errno : 0
      count = max(got, 0)
    }
    return failure == EINTR || failure == EAGAIN ? nil : bytes
  }

  /// Waits until one of the descriptors can be used.
  ///
  /// - Parameters:
  ///   - wanted: The descriptors, each with the event to wait for.
  ///   - milliseconds: How long at most; -1 for as long as it takes.
  /// - Returns: For each descriptor, whether it is ready (or broken, which reading it will show);
  ///   `nil` when a signal came between.
  static func wait(for wanted: [(descriptor: Int32, event: Int32)], milliseconds: Int32) -> [Bool]?
  {
    var entries = wanted.map {
      pollfd(fd: $0.descriptor, events: Int16($0.event), revents: 0)
    }
    let count = unsafe poll(&entries, nfds_t(entries.count), milliseconds)
    return count < 0 ? nil : entries.map { $0.revents != 0 }
  }
}

/// A pipe by which other threads wake one that waits on descriptors.
struct WakePipe: Sendable {
  let readEnd: Int32
  let writeEnd: Int32

  init() throws(LineEditingError) {
    var (reading, writing): (Int32, Int32) = (-1, -1)
    let failure = unsafe teamsh_pipe(&reading, &writing)
    guard failure == 0 else { throw LineEditingError(.noResources, errno: failure) }
    (readEnd, writeEnd) = (reading, writing)
  }

  /// Wakes the waiting thread; a pipe that is full wakes it too.
  func wake() {
    _ = unsafe [UInt8(1)].withUnsafeBytes { unsafe write(writeEnd, $0.baseAddress, 1) }
  }

  /// Takes all wake-ups so far.
  func drain() {
    while let bytes = Descriptor.read(256, from: readEnd), !bytes.isEmpty {}
  }

  func close() {
    _ = Glibc.close(readEnd)
    _ = Glibc.close(writeEnd)
  }
}
