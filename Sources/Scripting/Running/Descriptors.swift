import Glibc
import SystemPackage

extension FileDescriptor {
  /// A pipe whose ends programs started meanwhile do not inherit.
  static func privatePipe() throws -> (readEnd: FileDescriptor, writeEnd: FileDescriptor) {
    try pipe(options: .closeOnExec)
  }

  /// An input that is at its end.
  static func emptyInput() throws -> FileDescriptor {
    try open(FilePath("/dev/null"), .readOnly, options: .closeOnExec)
  }

  func makeNonBlocking() {
    _ = fcntl(rawValue, F_SETFL, fcntl(rawValue, F_GETFL) | O_NONBLOCK)
  }

  /// Waits until the descriptor is ready, or a moment has passed in which the wait may have become vain.
  ///
  /// A wait without an end could not be called off: a program that was ended may leave children of its own
  /// that hold the other end open.
  func wait(for events: Int32) {
    let momentInMilliseconds: Int32 = 50
    var request = pollfd(fd: rawValue, events: Int16(events), revents: 0)
    _ = unsafe poll(&request, 1, momentInMilliseconds)
  }

  /// Writes as much as is taken at once.
  func writeSome(_ bytes: ArraySlice<UInt8>) throws(Errno) -> Int {
    let count = unsafe bytes.withUnsafeBytes { bytes in
      unsafe Glibc.write(rawValue, bytes.baseAddress, bytes.count)
    }
    guard count >= 0 else { throw Errno(rawValue: errno) }
    return count
  }

  /// Reads what is there; nothing at the end.
  func readSome() throws(Errno) -> [UInt8] {
    var failure: Errno?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 64 * 1024) { buffer, count in
      let result = unsafe Glibc.read(rawValue, buffer.baseAddress, buffer.count)
      if result < 0 { failure = Errno(rawValue: errno) }
      count = max(0, result)
    }
    if let failure { throw failure }
    return bytes
  }
}
