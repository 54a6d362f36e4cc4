import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

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

  /// Waits until there is something to read, or a moment has passed.
  func waitUntilReadable() { wait(for: POLLIN) }

  /// Waits until something can be written, or a moment has passed.
  func waitUntilWritable() { wait(for: POLLOUT) }

  /// Waits a moment at most, in which the wait may have become vain.
  ///
  /// A wait without an end could not be called off: a program that was ended may leave children of its own
  /// that hold the other end open.
  private func wait(for events: Int32) {
    let momentInMilliseconds: Int32 = 50
    var request = pollfd(fd: rawValue, events: Int16(events), revents: 0)
    _ = unsafe poll(&request, 1, momentInMilliseconds)
  }

  /// Writes as much as is taken at once.
  func writeSome(_ bytes: ArraySlice<UInt8>) throws(Errno) -> Int {
    do {
      return try unsafe bytes.withUnsafeBytes { try unsafe write($0) }
    } catch {
      throw error as? Errno ?? .ioError
    }
  }

  /// Reads what is there; nothing at the end.
  func readSome() throws(Errno) -> [UInt8] {
    do {
      return try unsafe [UInt8](unsafeUninitializedCapacity: 64 * 1024) { buffer, count in
        count = try unsafe read(into: UnsafeMutableRawBufferPointer(buffer))
      }
    } catch {
      throw error as? Errno ?? .ioError
    }
  }
}
