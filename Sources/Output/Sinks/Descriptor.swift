#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few system calls on file descriptors that sinks are made of, with their failures told apart.
enum Descriptor {
  /// Writes all bytes, through interruptions, partial writes and full pipes.
  static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> SinkError? {
    var rest = unsafe bytes
    while unsafe !rest.isEmpty {
      let count = unsafe write(descriptor, rest.baseAddress, rest.count)
      if count > 0 {
        unsafe rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN: waitUntilWritable(descriptor)
      default: return failure()
      }
    }
    return nil
  }

  /// Waits while the other end of a non-blocking descriptor is busy.
  private static func waitUntilWritable(_ descriptor: Int32) {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = unsafe poll(&request, 1, -1)
  }

  /// What the last system call failed of.
  static func failure(path: String? = nil) -> SinkError {
    let number = errno
    let code: SinkError.Code =
      switch number {
      case EPIPE, EBADF: .closedPipe
      case ENOSPC, EDQUOT, EFBIG: .noSpace
      case ENOENT, ENOTDIR: .noFolder
      case EISDIR: .isFolder
      case EACCES, EPERM, EROFS: .notPermitted
      default: .failed
      }
    return SinkError(code: code, path: path, reason: unsafe String(cString: strerror(number)))
  }
}
