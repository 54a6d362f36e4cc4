internal import Glibc

/// The calls that open, watch and accept on this machine's own address.
enum LoopbackSocket {
  /// Opens a port that the system chooses.
  static func listen() -> (descriptor: Int32, port: UInt16)? {
    let descriptor = socket(AF_INET, stream, 0)
    guard descriptor >= 0 else { return nil }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isOpen = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(descriptor, address, length) == 0
          && Glibc.listen(descriptor, 8) == 0
          && getsockname(descriptor, address, &length) == 0
      }
    }
    guard isOpen else {
      close(descriptor)
      return nil
    }
    return (descriptor, UInt16(bigEndian: address.sin_port))
  }

  /// Two descriptors, of which the first becomes ready when something is written to the second.
  static func pipe() -> (reading: Int32, ringing: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard unsafe socketpair(AF_UNIX, stream, 0, &ends) == 0 else { return nil }
    return (ends[0], ends[1])
  }

  static func ring(_ descriptor: Int32) {
    _ = unsafe write(descriptor, [1], 1)
  }

  /// Takes the next connection in, which no program inherits that is started meanwhile.
  static func accept(_ descriptor: Int32) -> Int32? {
    let visitor = Glibc.accept(descriptor, nil, nil)
    guard visitor >= 0 else { return nil }
    _ = fcntl(visitor, F_SETFD, FD_CLOEXEC)
    return visitor
  }

  /// Waits until one of the descriptors has something to say, and gives those that have.
  static func ready(_ descriptors: [Int32]) -> Set<Int32> {
    var entries = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard unsafe poll(&entries, nfds_t(entries.count), -1) > 0 else { return [] }
    return Set(entries.filter { $0.revents != 0 }.map(\.fd))
  }

  private static var stream: Int32 {
    Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
  }
}
